package org.claimsledger.bestknown;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.claimsledger.event.Cardinality;
import org.claimsledger.name.FoldedText;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A question that claims compete to answer: "to what was he sentenced in the coup case?" Two are equal where they ask the
 * same: {@code case-x} and {@code Case X} are one qualifier, and so are two subjects that are one after merges.
 *
 * @param subject the one that is kept, after merges
 * @param qualifiers those that the predicate's cardinality names, as the first claim has them
 * @param first the first claim that answers it, where a predicate takes many answers; else absent
 */
public record Question(
        SubjectId subject,
        PredicateKey predicate,
        SortedMap<QualifierKey, Qualifier> qualifiers,
        SortedMap<QualifierKey, FoldedText> foldedQualifiers,
        @Nullable ClaimId first) {

    public Question {
        qualifiers = Collections.unmodifiableSortedMap(new TreeMap<>(qualifiers));
        foldedQualifiers = Collections.unmodifiableSortedMap(new TreeMap<>(foldedQualifiers));
    }

    /** The question that a claim asks, where it is the first to ask it. */
    static Question of(CompetingClaim claim, Cardinality cardinality, SubjectIdentities subjectIdentities) {
        SortedMap<QualifierKey, Qualifier> named = new TreeMap<>(claim.content().qualifiers());
        named.keySet().retainAll(cardinality.qualifiers());
        return new Question(
                subjectIdentities.canonicalSubject(claim.content().subject()),
                claim.content().predicate(),
                named,
                folded(named, subjectIdentities),
                cardinality instanceof Cardinality.Many ? claim.claim() : null);
    }

    /** Qualifiers as they are compared: subjects by the one that is kept, texts by how they fold. */
    static SortedMap<QualifierKey, FoldedText> folded(
            SortedMap<QualifierKey, Qualifier> qualifiers, SubjectIdentities subjectIdentities) {
        SortedMap<QualifierKey, FoldedText> folded = new TreeMap<>();
        qualifiers.forEach((key, qualifier) -> folded.put(key, folded(qualifier, subjectIdentities)));
        return folded;
    }

    private static FoldedText folded(Qualifier qualifier, SubjectIdentities subjectIdentities) {
        return switch (qualifier) {
            case Qualifier.AnotherSubject it -> kept(it.subject(), subjectIdentities);
            case Qualifier.Text it -> folded(it.text(), subjectIdentities);
        };
    }

    /** A text that is an id once it is folded means that subject: {@code Case X} is {@code case-x}. */
    private static FoldedText folded(String text, SubjectIdentities subjectIdentities) {
        FoldedText folded = FoldedText.ofQualifier(text);
        for (String id :
                List.of(text, folded.text().replace(' ', '-'), folded.text().replace(' ', '_'))) {
            SubjectId subject = SubjectId.ifValid(id);
            if (subject != null && !subjectIdentities.canonicalSubject(subject).equals(subject)) {
                return kept(subject, subjectIdentities);
            }
        }
        return folded;
    }

    private static FoldedText kept(SubjectId subject, SubjectIdentities subjectIdentities) {
        return FoldedText.ofQualifier(
                subjectIdentities.canonicalSubject(subject).value());
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Question other
                && subject.equals(other.subject)
                && predicate.equals(other.predicate)
                && foldedQualifiers.equals(other.foldedQualifiers)
                && Objects.equals(first, other.first);
    }

    @Override
    public int hashCode() {
        return Objects.hash(subject, predicate, foldedQualifiers, first);
    }
}
