package org.claimsledger.desk.words;

import java.util.List;
import java.util.Map;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.api.viewpoint.ViewpointParameters;
import org.claimsledger.desk.words.ChangeWords.ChangeRow;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRanked;
import org.claimsledger.event.ClaimEvent.ClaimReinstated;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.ClaimEvent.ClaimReviewed;
import org.claimsledger.event.ClaimEvent.ClaimRevised;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.ClaimEvent.EvidenceAttached;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.event.ClaimEvent.RelationWithdrawn;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.PolicyEvent.PolicyAdopted;
import org.claimsledger.event.PredicateEvent.DefinitionWithdrawn;
import org.claimsledger.event.PredicateEvent.PredicateDefined;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.NoticeWithdrawn;
import org.claimsledger.event.SourceEvent.SourceAmended;
import org.claimsledger.event.SourceEvent.SourceDisclosed;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.event.SourceEvent.SourceProtected;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.NameWithdrawn;
import org.claimsledger.event.SubjectEvent.SubjectDisclosed;
import org.claimsledger.event.SubjectEvent.SubjectNamed;
import org.claimsledger.event.SubjectEvent.SubjectProtected;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.event.SubjectEvent.SubjectsCompared;
import org.claimsledger.event.SubjectEvent.SubjectsMerged;
import org.claimsledger.event.SubjectEvent.SubjectsSplit;
import org.claimsledger.event.Testimony;
import org.claimsledger.projection.audit.AuditTrail.HistoryItem;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** Puts audit trails into words. */
public final class HistoryRows {

    private final NameLookup names;
    private final ChangeWords changes;
    private final String path;
    private final ViewpointParameters requested;

    /**
     * @param path the page of the thing whose history this is
     * @param requested the dates of the page
     */
    public HistoryRows(NameLookup names, ChangeWords changes, String path, ViewpointParameters requested) {
        this.names = names;
        this.changes = changes;
        this.path = path;
        this.requested = requested;
    }

    public List<HistoryRow> of(List<HistoryItem> items) {
        return items.stream().map(this::row).toList();
    }

    private HistoryRow row(HistoryItem item) {
        SourceId basis = item.basis();
        return new HistoryRow(
                item.position(),
                Links.at(requested.with(ViewpointDate.RECORDED, "@" + item.position()), path, Map.of()),
                InstantWords.minute(item.recordedAt()),
                what(item.event()),
                item.actor(),
                item.reason(),
                item.reasons().isEmpty()
                        ? null
                        : Phrases.listed(
                                item.reasons().stream().map(Phrases::of).toList()),
                basis == null ? null : names.source(basis),
                changes.of(item.changes()));
    }

    private String what(LedgerEvent event) {
        return switch (event) {
            case ClaimEvent claim -> ofClaim(claim);
            case SourceEvent source -> ofSource(source);
            case SubjectEvent subject -> ofSubject(subject);
            case PolicyAdopted adopted -> "version " + adopted.version() + " of the policy adopted";
            case PredicateDefined defined -> "defined";
            case DefinitionWithdrawn withdrawn -> "definition withdrawn: it was recorded by mistake";
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
            case ClaimRanked it -> "ranked " + Phrases.of(it.rank());
            case ClaimAssessed it -> "assessed: " + Phrases.of(it.verdict());
            case ClaimsRelated it -> it.claim() + " " + relationVerb(it.relation()) + " " + it.other();
            case RelationWithdrawn it ->
                "taken back, recorded by mistake: " + it.claim() + " " + relationVerb(it.relation()) + " " + it.other();
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
                        + Phrases.listed(
                                event.evidence().stream().map(EvidenceId::value).toList()) + " ";
    }

    private static String relationVerb(ClaimRelation relation) {
        return switch (relation) {
            case CONTRADICTS -> "contradicts";
            case SAME_AS -> "is the same as";
            case SUPERSEDES -> "supersedes";
            case PART_OF -> "is part of";
            case ANNULS -> "annuls";
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
            case NoticeWithdrawn it -> "notice " + it.notice() + " withdrawn: it was filed by mistake";
            case SourceProtected it -> "protected";
            case SourceDisclosed it -> "disclosed";
            case SourceNoticed it ->
                "its publisher said: " + Phrases.of(it.notice().type());
        };
    }

    private String ofSubject(SubjectEvent event) {
        return switch (event) {
            case SubjectRegistered it -> "registered";
            case SubjectNamed it -> "also named " + it.naming().name();
            case SubjectProtected it -> "protected";
            case SubjectDisclosed it -> "disclosed";
            case NameWithdrawn it -> "never named " + it.name() + ": recorded by mistake";
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

    /**
     * An entry of an audit trail.
     *
     * @param href the page as of this event
     * @param what was done, in words
     * @param reason in the actor's own words
     * @param reasons out of the list of reasons
     * @param basis the source that it rests on
     */
    public record HistoryRow(
            long position,
            String href,
            String when,
            String what,
            String actor,
            @Nullable String reason,
            @Nullable String reasons,
            @Nullable LinkedText basis,
            List<ChangeRow> changes) {}
}
