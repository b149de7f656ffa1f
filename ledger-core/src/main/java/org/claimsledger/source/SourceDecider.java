package org.claimsledger.source;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.claimsledger.command.Decider;
import org.claimsledger.command.SourceCommand;
import org.claimsledger.command.SourceCommand.AmendSource;
import org.claimsledger.command.SourceCommand.DiscloseSource;
import org.claimsledger.command.SourceCommand.NoticeSource;
import org.claimsledger.command.SourceCommand.ProtectSource;
import org.claimsledger.command.SourceCommand.RegisterSource;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.Notice;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceAmended;
import org.claimsledger.event.SourceEvent.SourceDisclosed;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.event.SourceEvent.SourceProtected;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Url;
import org.claimsledger.value.Walk;
import org.jspecify.annotations.Nullable;

/** Decides commands about sources. Pure: {@link KnownSources} answers all its look-ups. */
public final class SourceDecider implements Decider<SourceCommand, KnownSources, Source, SourceEvent> {

    @Override
    public Source evolve(@Nullable Source before, SourceEvent event) {
        return Source.evolve(before, event);
    }

    @Override
    public List<SourceEvent> decide(SourceCommand command, KnownSources lookups) {
        return switch (command) {
            case RegisterSource register -> register(register, lookups);
            case AmendSource amend -> amend(amend, lookups);
            case NoticeSource notice -> notice(notice, lookups);
            case ProtectSource protect -> protect(protect, lookups);
            case DiscloseSource disclose -> disclose(disclose, lookups);
        };
    }

    private static List<SourceEvent> register(RegisterSource command, KnownSources lookups) {
        requireNoPseudonym(command.source());
        if (lookups.source(command.source()) != null) {
            throw Refused.because(RefusalCode.ID_TAKEN, "/id", "There is a source " + command.source() + " already");
        }
        if (!command.isProtected()) {
            requireUrlIsFree(command.source(), command.details().url(), lookups);
        }
        requireLineageIsKnownAndLeadsAway(command.source(), command.details(), lookups);
        return List.of(new SourceRegistered(command.source(), command.details(), command.isProtected()));
    }

    private static void requireNoPseudonym(SourceId source) {
        if (Pseudonym.isPseudonym(source)) {
            throw Refused.because(
                    RefusalCode.INVALID_ID,
                    "/id",
                    "'protected-' and a number is what the ledger calls a source that it keeps to editors");
        }
    }

    private static List<SourceEvent> protect(ProtectSource command, KnownSources lookups) {
        if (require(command.source(), lookups).isProtected()) {
            throw Refused.because(
                    RefusalCode.ALREADY_PROTECTED, "Source " + command.source() + " is protected already");
        }
        return List.of(new SourceProtected(command.source(), command.reason()));
    }

    private static List<SourceEvent> disclose(DiscloseSource command, KnownSources lookups) {
        Source source = require(command.source(), lookups);
        if (!source.isProtected()) {
            throw Refused.because(RefusalCode.NOT_PROTECTED, "Source " + command.source() + " is not protected");
        }
        requireUrlIsFree(command.source(), source.details().url(), lookups);
        return List.of(new SourceDisclosed(command.source(), command.reason()));
    }

    private static List<SourceEvent> amend(AmendSource command, KnownSources lookups) {
        Source source = require(command.source(), lookups);
        SourceDetails before = source.details();
        for (String field : command.cleared()) {
            if (SourceChanges.REQUIRED.contains(field)) {
                throw Refused.because(RefusalCode.FIELD_MISSING, "/" + field, "A source always has a " + field);
            }
        }
        SourceDetails after = SourceChanges.apply(before, command.details(), command.cleared());
        if (after.equals(before)) {
            throw Refused.because(RefusalCode.AMENDMENT_WITHOUT_CHANGE, "The source says all of this already");
        }
        SourceDetails changes = SourceChanges.withoutRepetitions(before, after);
        if (!source.isProtected()) {
            requireUrlIsFree(command.source(), changes.url(), lookups);
        }
        requireLineageIsKnownAndLeadsAway(command.source(), changes, lookups);
        Url released = after.url() == null || !after.url().equals(before.url()) ? before.url() : null;
        return List.of(new SourceAmended(
                command.source(),
                changes,
                SourceChanges.clearedThatWereSet(before, command.cleared()),
                released,
                command.reason()));
    }

    private static List<SourceEvent> notice(NoticeSource command, KnownSources lookups) {
        Source source = require(command.source(), lookups);
        Notice notice = command.notice();
        requireEvidenceIsOfThisSource(command, lookups);
        if (notice.type().endsStanding() && !notice.evidence().isEmpty()) {
            throw Refused.because(
                    RefusalCode.EVIDENCE_UNEXPECTED,
                    "/evidence",
                    "What ends single pieces of evidence is a partial_retraction; this would end the whole source");
        }
        if (notice.type().endsStanding() && source.retracted()) {
            throw Refused.because(
                    RefusalCode.ALREADY_RETRACTED, "Source " + source.id() + " is retracted or withdrawn already");
        }
        if (notice.type() == NoticeType.PARTIAL_RETRACTION) {
            requireSomethingStillStands(source, notice);
        }
        if (notice.type() == NoticeType.REINSTATEMENT) {
            requireSomethingToReinstate(source, notice);
        }
        return List.of(new SourceNoticed(command.source(), notice));
    }

    private static Source require(SourceId id, KnownSources lookups) {
        Source source = lookups.source(id);
        if (source == null) {
            throw Refused.because(RefusalCode.SOURCE_UNKNOWN, "There is no source " + id);
        }
        return source;
    }

    /** The URL of a protected source counts as free, because a refusal would reveal that the ledger has the source. */
    private static void requireUrlIsFree(SourceId source, @Nullable Url url, KnownSources lookups) {
        for (SourceId holder : url == null ? Set.<SourceId>of() : lookups.sourcesAt(url)) {
            Source other = holder.equals(source) ? null : lookups.source(holder);
            if (other != null && !other.isProtected()) {
                throw Refused.because(RefusalCode.URL_TAKEN, "/url", "The URL belongs to source " + holder);
            }
        }
    }

    /** Lineage leads from echo to origin and must end somewhere: following it never comes back. */
    private static void requireLineageIsKnownAndLeadsAway(
            SourceId source, SourceDetails details, KnownSources lookups) {
        List<Lineage> lineage = TextRules.entries(details.lineage());
        for (int i = 0; i < lineage.size(); i++) {
            SourceId parent = lineage.get(i).source();
            if (parent == null) {
                continue;
            }
            String pointer = "/lineage/" + i + "/source";
            if (parent.equals(source)) {
                throw Refused.because(RefusalCode.LINEAGE_CYCLE, pointer, "A source does not come from itself");
            }
            if (lookups.source(parent) == null) {
                throw Refused.because(RefusalCode.SOURCE_UNKNOWN, pointer, "There is no source " + parent);
            }
            if (descendsFrom(source, parent, lookups)) {
                throw Refused.because(
                        RefusalCode.LINEAGE_CYCLE, pointer, "Source " + parent + " itself comes from " + source);
            }
        }
    }

    private static boolean descendsFrom(SourceId goal, SourceId start, KnownSources lookups) {
        return Walk.from(start, id -> parents(id, lookups))
                .anyMatch(id -> parents(id, lookups).contains(goal));
    }

    private static List<SourceId> parents(SourceId id, KnownSources lookups) {
        Source source = lookups.source(id);
        return source == null
                ? List.of()
                : TextRules.entries(source.details().lineage()).stream()
                        .map(Lineage::source)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static void requireEvidenceIsOfThisSource(NoticeSource command, KnownSources lookups) {
        List<EvidenceRef> evidence = command.notice().evidence();
        for (int i = 0; i < evidence.size(); i++) {
            if (!command.source().equals(lookups.sourceOf(evidence.get(i)))) {
                throw Refused.because(
                        RefusalCode.EVIDENCE_UNKNOWN,
                        "/evidence/" + i,
                        "Claim " + evidence.get(i).claim() + " has no evidence "
                                + evidence.get(i).evidence() + " from this source");
            }
        }
    }

    private static void requireSomethingStillStands(Source source, Notice notice) {
        if (notice.evidence().isEmpty()) {
            throw Refused.because(
                    RefusalCode.EVIDENCE_MISSING, "/evidence", "A partial retraction names the evidence that it ends");
        }
        if (notice.evidence().stream().noneMatch(source::standsFor)) {
            throw Refused.because(RefusalCode.ALREADY_RETRACTED, "/evidence", "All of it is retracted already");
        }
    }

    private static void requireSomethingToReinstate(Source source, Notice notice) {
        boolean ended = notice.evidence().isEmpty()
                ? source.retracted() || !source.endedEvidence().isEmpty()
                : notice.evidence().stream().anyMatch(source.endedEvidence()::contains);
        if (!ended) {
            throw Refused.because(RefusalCode.NOT_RETRACTED, "Nothing of source " + source.id() + " is retracted");
        }
    }
}
