package org.claimsledger.value;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Quantities as people say them: {@code 20 years}, {@code at least 238 people}, {@code EUR 1,000,000}. */
public final class QuantityInWords {

    /** UCUM codes with everyday names; others are shown as they are written. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("a", "year"),
            Map.entry("mo", "month"),
            Map.entry("wk", "week"),
            Map.entry("d", "day"),
            Map.entry("h", "hour"),
            Map.entry("min", "minute"),
            Map.entry("s", "second"));

    private static final BigDecimal PLAINLY_WRITTEN = new BigDecimal("0.000001");

    private QuantityInWords() {}

    /** @param usual the unit where the quantity names none */
    public static String of(Quantity quantity, @Nullable Unit usual) {
        Unit unit = quantity.unit() == null ? usual : quantity.unit();
        return switch (quantity.bound()) {
            case EXACTLY -> amount(quantity.amount(), unit);
            case ABOUT -> "about " + amount(quantity.amount(), unit);
            case AT_LEAST -> "at least " + amount(quantity.amount(), unit);
            case AT_MOST -> "at most " + amount(quantity.amount(), unit);
            case MORE_THAN -> "more than " + amount(quantity.amount(), unit);
            case LESS_THAN -> "less than " + amount(quantity.amount(), unit);
            case BETWEEN ->
                "between " + figure(quantity.amount()) + " and "
                        + amount(Objects.requireNonNull(quantity.upper()), unit);
        };
    }

    private static String amount(BigDecimal amount, @Nullable Unit unit) {
        if (unit == null || unit.code().equals("1")) {
            return figure(amount);
        }
        if (unit.isCurrency()) {
            return unit.code() + " " + figure(amount);
        }
        String name = name(unit.code());
        if (name == null) {
            return unit.code().equals("%") ? figure(amount) + " %" : figure(amount) + " " + unit.code();
        }
        return figure(amount) + " " + (amount.compareTo(BigDecimal.ONE) == 0 ? name : plural(name));
    }

    /** A code in braces is a word for the things that are counted. */
    private static @Nullable String name(String code) {
        return code.matches("\\{[a-zA-Z_]+}")
                ? code.substring(1, code.length() - 1).replace('_', ' ')
                : NAMES.get(code);
    }

    private static String plural(String thing) {
        if (thing.equals("person")) {
            return "people";
        }
        return thing.endsWith("y") && !thing.matches(".*[aeiou]y")
                ? thing.substring(0, thing.length() - 1) + "ies"
                : thing + "s";
    }

    private static String figure(BigDecimal amount) {
        if (amount.signum() != 0 && amount.abs().compareTo(PLAINLY_WRITTEN) < 0) {
            return amount.toString();
        }
        DecimalFormat format =
                new DecimalFormat("#,##0.###############", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(amount);
    }
}
