package org.claimsledger.oracle;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What of two readings is not the same, each part by its path. */
final class UnequalParts {

    private final List<String> found = new ArrayList<>();

    private UnequalParts() {}

    static List<String> of(Object oracle, Object product) {
        UnequalParts parts = new UnequalParts();
        parts.compare("", oracle, product);
        return parts.found;
    }

    private void compare(String path, Object oracle, Object product) {
        if (Objects.equals(oracle, product)) {
            return;
        }
        if (oracle instanceof Map<?, ?> one && product instanceof Map<?, ?> other) {
            TreeSet<Object> keys = new TreeSet<>(one.keySet());
            keys.addAll(other.keySet());
            keys.forEach(key -> compare(path + "/" + key, one.get(key), other.get(key)));
        } else if (isReading(oracle) && isReading(product)) {
            for (RecordComponent part : oracle.getClass().getRecordComponents()) {
                compare(path + "/" + part.getName(), valueOf(part, oracle), valueOf(part, product));
            }
        } else {
            found.add("%s: oracle %s, product %s".formatted(path, oracle, product));
        }
    }

    private static boolean isReading(Object part) {
        return part instanceof OracleReading
                || part instanceof OracleReading.ClaimReading
                || part instanceof OracleReading.EvidenceReading
                || part instanceof OracleReading.QuestionReading;
    }

    private static Object valueOf(RecordComponent part, Object record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
