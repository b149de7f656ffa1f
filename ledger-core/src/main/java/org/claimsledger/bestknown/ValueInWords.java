package org.claimsledger.bestknown;

import org.claimsledger.event.Predicate;
import org.claimsledger.time.DateInWords;
import org.claimsledger.value.QuantityInWords;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/** A value as it stands in a sentence: {@code 15 years}, {@code at least 238 people}, the name of a subject. */
public final class ValueInWords {

    private final @Nullable Predicate predicate;
    private final SubjectIdentities subjectIdentities;

    public ValueInWords(@Nullable Predicate predicate, SubjectIdentities subjectIdentities) {
        this.predicate = predicate;
        this.subjectIdentities = subjectIdentities;
    }

    public String of(Value value) {
        return switch (value) {
            case Value.Measured it -> QuantityInWords.of(it.quantity(), predicate == null ? null : predicate.unit());
            case Value.Term it -> it.term().replace('_', ' ');
            case Value.AnotherSubject it -> subjectIdentities.nameOf(subjectIdentities.canonicalSubject(it.subject()));
            case Value.AnotherClaim it -> "another claim";
            case Value.Text it -> "“" + it.text() + "”";
            case Value.Date it -> DateInWords.brief(it.date());
            case Value.Flag it -> it.flag() ? "yes" : "no";
            case Value.Unknown it -> "unknown";
            case Value.None it -> "none";
        };
    }
}
