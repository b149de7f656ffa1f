package org.claimsledger.event;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.Language;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.Quantity;
import org.claimsledger.value.Refused;
import org.claimsledger.value.Sha256;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TimeZoneName;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Url;
import org.jspecify.annotations.Nullable;

/** Events of every type with any allowed content in their fields; a seed always gives the same ones. */
public final class RandomEvents {

    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "7",
            " ",
            "\"",
            "\\",
            "/",
            "<&>",
            "'",
            "é",
            "e\u0301",
            "Ә",
            "ж",
            "علي",
            "中",
            "\u2028",
            "\u200f",
            "\ufeff",
            "\ue000",
            "\uffff",
            "\ud83d\ude00",
            "\ud834\udd1e",
            "\udbff\udfff",
            "\n",
            "\t",
            "\r");
    private static final List<String> NUMBERS = List.of(
            "0",
            "0.1",
            "1e-7",
            "1e-6",
            "1e20",
            "123456789012345",
            "-123456789012345",
            "-0.5",
            "999999999999999e6",
            "1e-30",
            "0.000001",
            "12345678901234.5",
            "333333333333333e-15");
    private static final List<String> DATES = List.of(
            "2006~/..", "2007-01/2007-02", "201X", "2013?", "/2013", "[1667,1668]", "2005-11-XX", "2001-21", "Y-17000");
    private static final List<String> URLS =
            List.of("https://example.org/", "http://EXAMPLE.org:8080/a?b=%20#c", "https://пример.рф/статья");

    private final Random random;

    public RandomEvents(long seed) {
        random = new Random(seed);
    }

    /** An event of any type. */
    public LedgerEvent next() {
        return next(oneOf(List.copyOf(EventCatalogue.events())));
    }

    public <E extends LedgerEvent> E next(Class<E> type) {
        return type.cast(record(type));
    }

    private Object record(Class<?> type) {
        while (true) {
            try {
                return constructor(type)
                        .newInstance(Arrays.stream(type.getRecordComponents())
                                .map(this::component)
                                .toArray());
            } catch (InvocationTargetException failed) {
                if (!(failed.getCause() instanceof Refused)) {
                    throw new IllegalStateException(failed.getCause());
                } // else it may not be so: another one
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
        Constructor<?> canonical = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
        canonical.setAccessible(true);
        return canonical;
    }

    private Object component(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        boolean nullable = type.isAnnotationPresent(Nullable.class);
        if (nullable && random.nextInt(3) == 0) {
            return null;
        }
        return of(component.getGenericType(), nullable || !(type instanceof AnnotatedParameterizedType));
    }

    private Object of(Type type, boolean notEmpty) {
        if (type instanceof ParameterizedType generic) {
            int size = random.nextInt(4) + (notEmpty ? 1 : 0);
            Type[] arguments = generic.getActualTypeArguments();
            return arguments.length == 1 ? list(arguments[0], size) : map(arguments[0], arguments[1], size);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return oneOf(List.of(plain.getEnumConstants()));
        }
        Supplier<Object> scalar = scalars(plain);
        if (scalar != null) {
            return scalar.get();
        }
        return plain.isSealed() ? record(oneOf(List.of(plain.getPermittedSubclasses()))) : record(plain);
    }

    private List<Object> list(Type of, int size) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(of(of, true));
        }
        return list;
    }

    private TreeMap<Object, Object> map(Type key, Type value, int size) {
        TreeMap<Object, Object> map = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            map.put(of(key, true), of(value, true));
        }
        return map;
    }

    private Supplier<Object> scalars(Class<?> type) {
        if (type == String.class) {
            return this::text;
        }
        if (type == boolean.class) {
            return random::nextBoolean;
        }
        if (type == Integer.class || type == int.class) {
            return () -> 1 + random.nextInt(6);
        }
        if (type == Quantity.class) {
            return this::quantity;
        }
        if (type == Edtf.class) {
            return () -> Edtf.parse(oneOf(DATES));
        }
        if (type == Instant.class) {
            return () -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        }
        if (type == TimeZoneName.class) {
            return () -> new TimeZoneName(oneOf(List.of("Asia/Almaty", "UTC", "America/Port-au-Prince")));
        }
        if (type == Cardinality.class) {
            return () -> Cardinality.parse(oneOf(List.of("one", "many", "one_per:case", "one_per:дело,case")));
        }
        return words(type);
    }

    private Supplier<Object> words(Class<?> type) {
        if (type == ClaimId.class) {
            return () -> new ClaimId(id());
        }
        if (type == EvidenceId.class) {
            return () -> new EvidenceId(id());
        }
        if (type == SourceId.class) {
            return () -> new SourceId(id());
        }
        if (type == SubjectId.class) {
            return () -> new SubjectId(id());
        }
        if (type == PredicateKey.class) {
            return () -> new PredicateKey(id());
        }
        if (type == QualifierKey.class) {
            return () -> new QualifierKey(oneOf(List.of("case", "court", "a.b", "Дело", "中", "x_1", "\ud835\udc00")));
        }
        if (type == Language.class) {
            return () -> new Language(oneOf(List.of("en", "kk-Cyrl", "x-desk")));
        }
        if (type == Unit.class) {
            return () -> new Unit(oneOf(List.of("a", "{person}", "USD", "m/s", "%")));
        }
        if (type == Url.class) {
            return () -> new Url(oneOf(URLS));
        }
        if (type == Sha256.class) {
            return () -> new Sha256(String.format("%064x", random.nextInt(Integer.MAX_VALUE)));
        }
        return null;
    }

    private Quantity quantity() {
        Quantity.BoundKind boundKind = oneOf(List.of(Quantity.BoundKind.values()));
        BigDecimal one = number();
        BigDecimal other = boundKind == Quantity.BoundKind.BETWEEN ? number() : one;
        return new Quantity(
                boundKind,
                one.min(other),
                boundKind == Quantity.BoundKind.BETWEEN ? one.max(other) : null,
                random.nextBoolean() ? null : (Unit) scalars(Unit.class).get());
    }

    private BigDecimal number() {
        return random.nextInt(3) == 0
                ? new BigDecimal(oneOf(NUMBERS))
                : BigDecimal.valueOf(random.nextLong() % 1_000_000_000_000_000L, random.nextInt(36) - 5);
    }

    private String id() {
        return "id" + Integer.toString(random.nextInt(1_000_000), 36) + oneOf(List.of("", ".", "_", "-"));
    }

    private String text() {
        StringBuilder text = new StringBuilder(oneOf(List.of("x", "Ж", "\ud83d\ude00")));
        for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
            text.append(random.nextInt(6) == 0 ? oneOf(PIECES) : oneOf(PIECES.subList(0, PIECES.size() - 3)));
        }
        return text.toString();
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
