package org.claimsledger.event;

import java.util.List;
import java.util.Objects;
import org.claimsledger.event.EventJson.OmittedUnlessSet;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;
import org.claimsledger.value.Walk;
import org.jspecify.annotations.Nullable;

/**
 * A word of the vocabulary.
 *
 * @param valueKinds the kinds of value that it takes; empty for any
 * @param unit what its quantities are counted in, where nothing else is said
 * @param terms the terms that it takes; empty for any
 * @param cumulative whether it counts what only grows, as the dead of a disaster, so that a lower figure may be an earlier
 *     count; of quantities only
 * @param measured whether its figures are measured, so that the longer of two that round to each other is the more exact
 *     one; of quantities only
 * @param asserts whether its claims say that the claim that is their value is so
 * @param denies whether its claims say that the claim that is their value is not so
 */
public record Predicate(
        PredicateKey key,
        String label,
        List<Value.Kind> valueKinds,
        @Nullable Unit unit,
        List<VocabularyTerm> terms,
        Cardinality cardinality,
        Tense time,
        @OmittedUnlessSet boolean cumulative,
        @OmittedUnlessSet boolean measured,
        @OmittedUnlessSet boolean asserts,
        @OmittedUnlessSet boolean denies) {

    /** A predicate of which nothing more is said. */
    public Predicate(
            PredicateKey key,
            String label,
            List<Value.Kind> valueKinds,
            @Nullable Unit unit,
            List<VocabularyTerm> terms,
            Cardinality cardinality,
            Tense time) {
        this(key, label, valueKinds, unit, terms, cardinality, time, false, false, false, false);
    }

    public Predicate {
        TextRules.lineAt("/label", label, TextRules.NAME);
        valueKinds = TextRules.entriesAt("/valueKinds", valueKinds);
        terms = TextRules.entriesAt("/terms", terms);
        requireBroaderTermsLeadAway(terms);
        requireOnlyKind(cumulative, "/cumulative", Value.Kind.QUANTITY, valueKinds);
        requireOnlyKind(measured, "/measured", Value.Kind.QUANTITY, valueKinds);
        requireOnlyKind(asserts, "/asserts", Value.Kind.CLAIM, valueKinds);
        requireOnlyKind(denies, "/denies", Value.Kind.CLAIM, valueKinds);
        if (asserts && denies) {
            throw Refused.because(
                    RefusalCode.FIELD_UNEXPECTED,
                    "/denies",
                    "A predicate asserts another claim or denies it, not both");
        }
    }

    private static void requireOnlyKind(boolean flag, String pointer, Value.Kind kind, List<Value.Kind> valueKinds) {
        if (flag && !valueKinds.equals(List.of(kind))) {
            throw Refused.because(
                    RefusalCode.VALUE_KIND_MISMATCH,
                    pointer,
                    "Only a predicate whose valueKinds are just " + kind.field() + " can be so");
        }
    }

    /** A broader term is a term of the same list, and following it never comes back. */
    private static void requireBroaderTermsLeadAway(List<VocabularyTerm> terms) {
        for (int i = 0; i < terms.size(); i++) {
            String broader = terms.get(i).broader();
            if (broader == null) {
                continue;
            }
            String pointer = "/terms/" + i + "/broader";
            if (terms.stream().noneMatch(it -> it.term().equals(broader))) {
                throw Refused.because(
                        RefusalCode.TERM_UNKNOWN, pointer, "There is no term " + broader + " in the list");
            }
            if (Walk.from(broader, term -> broaderOf(term, terms))
                    .anyMatch(terms.get(i).term()::equals)) {
                throw Refused.because(RefusalCode.TERM_CYCLE, pointer, "The term would be broader than itself");
            }
        }
    }

    private static List<String> broaderOf(String term, List<VocabularyTerm> terms) {
        return terms.stream()
                .filter(it -> it.term().equals(term))
                .map(VocabularyTerm::broader)
                .filter(Objects::nonNull)
                .toList();
    }

    public boolean hasTerm(String term) {
        return terms.stream().anyMatch(it -> it.term().equals(term));
    }

    /** The terms without what they imply. */
    public List<String> termNames() {
        return terms.stream().map(VocabularyTerm::term).toList();
    }

    /** The terms that a term implies, the nearest first, without itself. */
    public List<String> broaderTerms(String term) {
        return Walk.from(term, it -> broaderOf(it, terms)).skip(1).toList();
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
