package org.claimsledger.desk.subject;

import java.util.List;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.NameMatchWords;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.event.Judgement;
import org.claimsledger.identity.ClaimedFact;
import org.claimsledger.identity.ResemblanceReason;
import org.claimsledger.projection.duplicates.LikelyDuplicate;
import org.jspecify.annotations.Nullable;

/** Puts into words who somebody may be, and why. */
final class DuplicateCandidateRows {

    private final NameLookup nameLookup;
    private final Links links;

    DuplicateCandidateRows(NameLookup nameLookup, Links to) {
        this.nameLookup = nameLookup;
        this.links = to;
    }

    List<DuplicateCandidateRow> of(List<LikelyDuplicate> likely) {
        return likely.stream()
                .map(it -> new DuplicateCandidateRow(
                        SubjectListRows.of(it.subject().subject(), links),
                        (int) Math.round(100 * it.resemblance().score()),
                        it.resemblance().reasons().stream().map(this::reason).toList(),
                        outcome(it.judgement())))
                .toList();
    }

    private String reason(ResemblanceReason resemblanceReason) {
        return switch (resemblanceReason) {
            case ResemblanceReason.AlikeNames it ->
                "“" + it.ours() + "” and “" + it.theirs() + "”: " + NameMatchWords.of(it.way());
            case ResemblanceReason.SameId it -> "both are " + it.id() + " in " + it.scheme();
            case ResemblanceReason.DifferentId it ->
                "against it: one is " + it.ours() + " in " + it.scheme() + ", the other " + it.theirs();
            case ResemblanceReason.SharedFact(ClaimedFact.SameQualifier it) -> {
                NameLookup.QualifierText shared = nameLookup.qualified(it.key(), it.text());
                yield "claims about both name the " + shared.key() + " "
                        + shared.value().text();
            }
            case ResemblanceReason.SharedFact(ClaimedFact.SameSubject it) ->
                "claims about both name " + nameLookup.subject(it.subject()).text();
            case ResemblanceReason.DifferentKind it ->
                "against it: one is of the kind " + Phrases.of(it.ours()) + ", the other " + Phrases.of(it.theirs());
        };
    }

    private static @Nullable String outcome(@Nullable Judgement judgement) {
        if (judgement == null) {
            return null;
        }
        return switch (judgement) {
            case POSITIVE -> "found to be one";
            case NEGATIVE -> "found to be two";
            case UNSURE -> "compared; it cannot be told yet";
        };
    }
}
