package org.claimsledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import systems.uom.ucum.format.UCUMFormat;
import systems.uom.ucum.internal.format.TokenMgrError;

/** A unit of measure: a UCUM code such as {@code a} (years) or {@code {person}}, or an ISO 4217 currency code. */
public record Unit(@JsonValue String code) {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,40}");

    /** Limits the exponents, because the parser multiplies them out and takes a page of stack for each. */
    private static final Pattern HUGE = Pattern.compile("[^\\d./(+-][+-]?\\d{3,}|\\d{10,}");

    private static final Pattern ANNOTATION = Pattern.compile("\\{[^{}]*}");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final int CACHE_LIMIT = 10_000;
    private static final Map<String, Optional<javax.measure.Unit<?>>> MEASURES = new ConcurrentHashMap<>();

    private static final Map<UnitPair, Optional<UnaryOperator<BigDecimal>>> CONVERSIONS = new ConcurrentHashMap<>();

    private record UnitPair(String from, String to) {}

    static {
        loadTheLibrary();
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Unit {
        if (!FORM.matcher(code).matches() || !isCurrency(code) && measure(code).isEmpty()) {
            throw Refused.because(
                    RefusalCode.INVALID_UNIT, "A unit is a UCUM code (as in 'a', 'd', '{person}') or an ISO 4217 code");
        }
    }

    public boolean isCurrency() {
        return isCurrency(code);
    }

    /** Whether amounts in one can be expressed in the other. Currencies are never converted. */
    public boolean isCommensurable(Unit other) {
        return conversionTo(other).isPresent();
    }

    /** The conversion of amounts in this unit into another one; empty where there is none. */
    public Optional<UnaryOperator<BigDecimal>> conversionTo(Unit other) {
        if (code.equals(other.code)) {
            return Optional.of(UnaryOperator.identity());
        }
        if (isCurrency() || other.isCurrency()) {
            return Optional.empty();
        }
        UnitPair unitPair = new UnitPair(code, other.code);
        Optional<UnaryOperator<BigDecimal>> cached = CONVERSIONS.get(unitPair);
        if (cached != null) {
            return cached;
        }
        Optional<UnaryOperator<BigDecimal>> conversion =
                measure(code).flatMap(mine -> measure(other.code).flatMap(theirs -> UnitConversion.of(mine, theirs)));
        if (CONVERSIONS.size() < CACHE_LIMIT) {
            CONVERSIONS.put(unitPair, conversion);
        }
        return conversion;
    }

    private static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    /**
     * Loads the library with its own class loader: otherwise it uses that of the first thread that needs it, and a
     * pool's threads cannot find its parts.
     */
    private static void loadTheLibrary() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Unit.class.getClassLoader());
        try {
            parse("a");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Optional<javax.measure.Unit<?>> measure(String code) {
        Optional<javax.measure.Unit<?>> cached = MEASURES.get(code);
        if (cached != null) {
            return cached;
        }
        Optional<javax.measure.Unit<?>> parsed = parse(code);
        if (MEASURES.size() < CACHE_LIMIT) {
            MEASURES.put(code, parsed);
        }
        return parsed;
    }

    private static Optional<javax.measure.Unit<?>> parse(String code) {
        if (HUGE.matcher(ANNOTATION.matcher(code).replaceAll("")).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    UCUMFormat.getInstance(UCUMFormat.Variant.CASE_SENSITIVE).parse(code));
        } catch (RuntimeException | TokenMgrError unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
