package org.claimsledger.source;

import java.util.List;
import org.claimsledger.command.SourceCommand.NoticeSource;
import org.claimsledger.command.SourceCommand.WithdrawNotice;
import org.claimsledger.event.Notice;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SourceEvent.NoticeWithdrawn;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/**
 * The rules for notices. A notice is held against those that its publisher had made by its own date, whenever they were
 * recorded: an older one that is found later is filed, unless the one before it says the same.
 */
final class NoticeRules {

    private NoticeRules() {}

    static List<SourceEvent> notice(NoticeSource command, Source source, KnownSources lookups) {
        Notice notice = command.notice();
        requireEvidenceIsOfThisSource(command, lookups);
        if (notice.type().endsStanding() && !notice.evidence().isEmpty()) {
            throw Refused.because(
                    RefusalCode.EVIDENCE_UNEXPECTED,
                    "/evidence",
                    "What ends single pieces of evidence is a partial_retraction; this would end the whole source");
        }
        SourceStanding before = SourceStanding.after(RecordedNotice.before(notice, source.notices()));
        if (notice.type().endsStanding() && before.retracted()) {
            throw Refused.because(
                    RefusalCode.ALREADY_RETRACTED,
                    "Source " + source.id() + " is retracted or withdrawn by then already");
        }
        if (notice.type() == NoticeType.PARTIAL_RETRACTION) {
            requireSomethingStillStands(before, notice);
        }
        if (notice.type() == NoticeType.REINSTATEMENT) {
            requireSomethingToReinstate(source, before, notice);
        }
        return List.of(new SourceNoticed(command.source(), notice));
    }

    static List<SourceEvent> withdraw(WithdrawNotice command, Source source) {
        int number = command.notice();
        if (number < 1 || number > source.notices().size()) {
            throw Refused.because(
                    RefusalCode.NOTICE_UNKNOWN, "Source " + source.id() + " has no notice with the number " + number);
        }
        if (source.notices().get(number - 1).isWithdrawn()) {
            throw Refused.because(RefusalCode.ALREADY_WITHDRAWN, "Notice " + number + " is withdrawn already");
        }
        return List.of(new NoticeWithdrawn(source.id(), number, command.reason()));
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

    private static void requireSomethingStillStands(SourceStanding before, Notice notice) {
        if (notice.evidence().isEmpty()) {
            throw Refused.because(
                    RefusalCode.EVIDENCE_MISSING, "/evidence", "A partial retraction names the evidence that it ends");
        }
        if (notice.evidence().stream().noneMatch(before::standsFor)) {
            throw Refused.because(RefusalCode.ALREADY_RETRACTED, "/evidence", "All of it is retracted by then already");
        }
    }

    private static void requireSomethingToReinstate(Source source, SourceStanding before, Notice notice) {
        boolean ended = notice.evidence().isEmpty()
                ? before.retracted() || !before.endedEvidence().isEmpty()
                : notice.evidence().stream().anyMatch(before.endedEvidence()::contains);
        if (!ended) {
            throw Refused.because(
                    RefusalCode.NOT_RETRACTED, "Nothing of source " + source.id() + " is retracted by then");
        }
    }
}
