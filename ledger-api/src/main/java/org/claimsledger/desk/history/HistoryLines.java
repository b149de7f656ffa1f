package org.claimsledger.desk.history;

import java.util.List;
import java.util.Map;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.ClaimEvent.ClaimAssessed;
import org.claimsledger.claim.ClaimEvent.ClaimRanked;
import org.claimsledger.claim.ClaimEvent.ClaimReinstated;
import org.claimsledger.claim.ClaimEvent.ClaimRetracted;
import org.claimsledger.claim.ClaimEvent.ClaimReviewed;
import org.claimsledger.claim.ClaimEvent.ClaimRevised;
import org.claimsledger.claim.ClaimEvent.ClaimsRelated;
import org.claimsledger.claim.ClaimEvent.EvidenceAttached;
import org.claimsledger.claim.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.claim.Testimony;
import org.claimsledger.desk.clock.Asked;
import org.claimsledger.desk.clock.Clock;
import org.claimsledger.desk.clock.Links;
import org.claimsledger.desk.words.Instants;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.Words;
import org.claimsledger.predicate.PredicateEvent;
import org.claimsledger.projection.audit.HistoryItem;
import org.claimsledger.source.SourceEvent;
import org.claimsledger.source.SourceEvent.SourceAmended;
import org.claimsledger.source.SourceEvent.SourceDisclosed;
import org.claimsledger.source.SourceEvent.SourceNoticed;
import org.claimsledger.source.SourceEvent.SourceProtected;
import org.claimsledger.source.SourceEvent.SourceRegistered;
import org.claimsledger.subject.SubjectEvent;
import org.claimsledger.subject.SubjectEvent.SubjectNamed;
import org.claimsledger.subject.SubjectEvent.SubjectRegistered;
import org.claimsledger.subject.SubjectEvent.SubjectsCompared;
import org.claimsledger.subject.SubjectEvent.SubjectsMerged;
import org.claimsledger.subject.SubjectEvent.SubjectsSplit;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.SourceId;

/** Puts audit trails into words. */
public final class HistoryLines {

    private final Names names;
    private final ChangeWords changes;
    private final String path;
    private final Asked asked;

    /**
     * @param path the page of the thing whose history this is
     * @param asked from where it is read
     */
    public HistoryLines(Names names, ChangeWords changes, String path, Asked asked) {
        this.names = names;
        this.changes = changes;
        this.path = path;
        this.asked = asked;
    }

    public List<HistoryLine> of(List<HistoryItem> items) {
        return items.stream().map(this::line).toList();
    }

    private HistoryLine line(HistoryItem item) {
        SourceId basis = item.basis();
        return new HistoryLine(
                item.position(),
                Links.at(asked.with(Clock.RECORDED, "@" + item.position()), path, Map.of()),
                Instants.minute(item.recordedAt()),
                what(item.event()),
                item.actor(),
                item.reason(),
                item.reasons().isEmpty()
                        ? null
                        : Words.listed(item.reasons().stream().map(Words::of).toList()),
                basis == null ? null : names.source(basis),
                changes.of(item.changes()));
    }

    private String what(LedgerEvent event) {
        return switch (event) {
            case ClaimEvent claim -> ofClaim(claim);
            case SourceEvent source -> ofSource(source);
            case SubjectEvent subject -> ofSubject(subject);
            case PredicateEvent predicate -> "defined";
            default -> throw new IllegalStateException("no area has " + event);
        };
    }

    private String ofClaim(ClaimEvent event) {
        return switch (event) {
            case ClaimAsserted it -> "asserted, with evidence " + it.evidence() + ": " + testimony(it.testimony());
            case EvidenceAttached it -> "evidence " + it.evidence() + " attached: " + testimony(it.testimony());
            case EvidenceWithdrawn it -> "evidence " + it.evidence() + " withdrawn";
            case ClaimRevised it ->
                switch (it.kind()) {
                    case CORRECTION -> "corrected";
                    case UPDATE -> "updated";
                    case CLARIFICATION -> "said more clearly";
                };
            case ClaimRetracted it -> "retracted";
            case ClaimReinstated it -> "reinstated";
            case ClaimRanked it -> "ranked " + Words.of(it.rank());
            case ClaimAssessed it -> "assessed: " + Words.of(it.verdict());
            case ClaimsRelated it -> it.claim() + " " + relates(it) + " " + it.other();
            case ClaimReviewed it ->
                reviewed(it)
                        + switch (it.decision()) {
                            case ACCEPTED -> "accepted";
                            case REFUSED -> "refused";
                        };
        };
    }

    private static String reviewed(ClaimReviewed event) {
        return event.evidence().isEmpty()
                ? ""
                : "evidence "
                        + Words.listed(
                                event.evidence().stream().map(EvidenceId::value).toList()) + " ";
    }

    private static String relates(ClaimsRelated event) {
        return switch (event.relation()) {
            case CONTRADICTS -> "contradicts";
            case SAME_AS -> "is the same as";
            case SUPERSEDES -> "supersedes";
            case PART_OF -> "is part of";
        };
    }

    private String testimony(Testimony testimony) {
        return names.source(testimony.source()).text() + " "
                + switch (testimony.stance()) {
                    case SUPPORTS -> "supports it";
                    case DISPUTES -> "disputes it";
                    case DENIES -> "denies it";
                    case MENTIONS -> "mentions it";
                };
    }

    private static String ofSource(SourceEvent event) {
        return switch (event) {
            case SourceRegistered it -> "registered";
            case SourceAmended it -> "amended";
            case SourceProtected it -> "protected";
            case SourceDisclosed it -> "disclosed";
            case SourceNoticed it ->
                "its publisher said: " + Words.of(it.notice().type());
        };
    }

    private String ofSubject(SubjectEvent event) {
        return switch (event) {
            case SubjectRegistered it -> "registered";
            case SubjectNamed it -> "also named " + it.naming().name();
            case SubjectsMerged it -> it.absorbed() + " was found to be " + it.subject() + ", and is read under it";
            case SubjectsSplit it -> it.restored() + " stands for itself again";
            case SubjectsCompared it ->
                it.subject() + " was compared with " + it.other()
                        + switch (it.judgement()) {
                            case POSITIVE -> ": they are one";
                            case NEGATIVE -> ": they are two";
                            case UNSURE -> ": it cannot be told yet";
                        };
        };
    }
}
