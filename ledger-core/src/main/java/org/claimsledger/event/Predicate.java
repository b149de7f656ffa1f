package org.claimsledger.event;

import java.util.List;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A word of the vocabulary.
 *
 * @param valueKinds the kinds of value that it takes; empty for any
 * @param unit what its quantities are counted in, where nothing else is said
 * @param terms the terms that it takes; empty for any
 */
public record Predicate(
        PredicateKey key,
        String label,
        List<Value.Kind> valueKinds,
        @Nullable Unit unit,
        List<String> terms,
        Cardinality cardinality,
        Tense time) {

    public Predicate {
        TextRules.lineAt("/label", label, TextRules.NAME);
        valueKinds = TextRules.entriesAt("/valueKinds", valueKinds);
        terms = TextRules.eachLineAt("/terms", terms, TextRules.SHORT);
    }

    /** Whether it takes values of this kind; everything may be unknown, or have none. */
    public boolean takes(Value.Kind kind) {
        return kind == Value.Kind.UNKNOWN
                || kind == Value.Kind.NONE
                || valueKinds.isEmpty()
                || valueKinds.contains(kind);
    }

    /** How a predicate stands in time. */
    public enum Tense {
        /** It is true from its date on, for ever: somebody was born, sentenced, dismissed. */
        HAPPENS,
        /** It is true while its valid time lasts: somebody holds an office, serves a sentence. */
        HOLDS
    }
}
