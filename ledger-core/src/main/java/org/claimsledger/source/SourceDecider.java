package org.claimsledger.source;

import java.time.Instant;
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
import org.claimsledger.command.SourceCommand.WithdrawNotice;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.RecordedEvent;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.SourceAmended;
import org.claimsledger.event.SourceEvent.SourceDisclosed;
import org.claimsledger.event.SourceEvent.SourceProtected;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Url;
import org.claimsledger.value.Walk;
import org.jspecify.annotations.Nullable;

/** Decides commands about sources. Pure: {@link Lookups} answers all its look-ups. */
public final class SourceDecider implements Decider<SourceCommand, SourceDecider.Lookups, Source, SourceEvent> {

    /** The look-ups of a decision: sources, and the subjects that publish them. */
    public interface Lookups extends KnownSources {

        boolean isSubject(SubjectId id);
    }

    /** The event is not recorded yet: a notice without a date comes after all that are. */
    @Override
    public Source evolve(@Nullable Source before, SourceEvent event) {
        return evolve(before, new RecordedEvent<>(0, Instant.MAX, event));
    }

    @Override
    public Source evolve(@Nullable Source before, RecordedEvent<? extends SourceEvent> recorded) {
        return Source.evolve(before, recorded);
    }

    @Override
    public List<SourceEvent> decide(SourceCommand command, Lookups lookups) {
        return switch (command) {
            case RegisterSource register -> register(register, lookups);
            case AmendSource amend -> amend(amend, lookups);
            case NoticeSource notice -> NoticeRules.notice(notice, require(notice.source(), lookups), lookups);
            case WithdrawNotice withdraw -> NoticeRules.withdraw(withdraw, require(withdraw.source(), lookups));
            case ProtectSource protect -> protect(protect, lookups);
            case DiscloseSource disclose -> disclose(disclose, lookups);
        };
    }

    private static List<SourceEvent> register(RegisterSource command, Lookups lookups) {
        requireNoPseudonym(command.source());
        if (lookups.source(command.source()) != null) {
            throw Refused.because(RefusalCode.ID_TAKEN, "/id", "There is a source " + command.source() + " already");
        }
        if (!command.isProtected()) {
            requireUrlIsFree(command.source(), command.details().url(), lookups);
        }
        requirePublisherIsKnown(command.details(), lookups);
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

    private static List<SourceEvent> protect(ProtectSource command, Lookups lookups) {
        if (require(command.source(), lookups).isProtected()) {
            throw Refused.because(
                    RefusalCode.ALREADY_PROTECTED, "Source " + command.source() + " is protected already");
        }
        return List.of(new SourceProtected(command.source(), command.reason()));
    }

    private static List<SourceEvent> disclose(DiscloseSource command, Lookups lookups) {
        Source source = require(command.source(), lookups);
        if (!source.isProtected()) {
            throw Refused.because(RefusalCode.NOT_PROTECTED, "Source " + command.source() + " is not protected");
        }
        requireUrlIsFree(command.source(), source.details().url(), lookups);
        return List.of(new SourceDisclosed(command.source(), command.reason()));
    }

    private static List<SourceEvent> amend(AmendSource command, Lookups lookups) {
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
        requirePublisherIsKnown(changes, lookups);
        requireLineageIsKnownAndLeadsAway(command.source(), changes, lookups);
        Url released = after.url() == null || !after.url().equals(before.url()) ? before.url() : null;
        return List.of(new SourceAmended(
                command.source(),
                changes,
                SourceChanges.clearedThatWereSet(before, command.cleared()),
                released,
                command.reason()));
    }

    private static Source require(SourceId id, Lookups lookups) {
        Source source = lookups.source(id);
        if (source == null) {
            throw Refused.because(RefusalCode.SOURCE_UNKNOWN, "There is no source " + id);
        }
        return source;
    }

    /** The URL of a protected source counts as free, because a refusal would reveal that the ledger has the source. */
    private static void requireUrlIsFree(SourceId source, @Nullable Url url, Lookups lookups) {
        for (SourceId holder : url == null ? Set.<SourceId>of() : lookups.sourcesAt(url)) {
            Source other = holder.equals(source) ? null : lookups.source(holder);
            if (other != null && !other.isProtected()) {
                throw Refused.because(RefusalCode.URL_TAKEN, "/url", "The URL belongs to source " + holder);
            }
        }
    }

    private static void requirePublisherIsKnown(SourceDetails details, Lookups lookups) {
        for (SubjectId publisher : details.publisherSubjects()) {
            if (!lookups.isSubject(publisher)) {
                throw Refused.because(
                        RefusalCode.SUBJECT_UNKNOWN, "/publisher/subject", "There is no subject " + publisher);
            }
        }
    }

    /** Lineage leads from echo to origin and must end somewhere: following it never comes back. */
    private static void requireLineageIsKnownAndLeadsAway(SourceId source, SourceDetails details, Lookups lookups) {
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

    private static boolean descendsFrom(SourceId goal, SourceId start, Lookups lookups) {
        return Walk.from(start, id -> parents(id, lookups))
                .anyMatch(id -> parents(id, lookups).contains(goal));
    }

    private static List<SourceId> parents(SourceId id, Lookups lookups) {
        Source source = lookups.source(id);
        return source == null
                ? List.of()
                : TextRules.entries(source.details().lineage()).stream()
                        .map(Lineage::source)
                        .filter(Objects::nonNull)
                        .toList();
    }
}
