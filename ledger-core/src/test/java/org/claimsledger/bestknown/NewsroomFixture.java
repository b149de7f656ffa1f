package org.claimsledger.bestknown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.command.ClaimCommand.ReinstateClaim;
import org.claimsledger.command.ClaimCommand.RelateClaims;
import org.claimsledger.command.ClaimCommand.RetractClaim;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.command.SourceCommand.NoticeSource;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Notice;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.history.CompleteHistory;
import org.claimsledger.history.HistoryAnswers;
import org.claimsledger.history.HistoryAnswers.AnsweredQuestion;
import org.claimsledger.ledger.InMemoryLedger;
import org.claimsledger.predicate.PredicateForm;
import org.claimsledger.source.SourceForm;
import org.claimsledger.subject.SubjectForm;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.Quantity;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A desk that files things, one a second, and reads them again from any viewpoint. It begins on the first of November
 * 2026 with a subject, {@code aliev}, and a few predicates.
 */
final class NewsroomFixture {

    static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final CompleteHistory inMemoryHistory = new CompleteHistory();
    private Instant now = Instant.parse("2026-11-01T09:00:00Z");
    private long position;

    static NewsroomFixture newsroom() {
        return new NewsroomFixture()
                .files(
                        SubjectForm.subject("aliev"),
                        SubjectForm.subject("court"),
                        PredicateForm.predicate("sentenced")
                                .kinds(Value.Kind.QUANTITY)
                                .unit("a")
                                .cardinality("one_per:case")
                                .happens()
                                .define(),
                        PredicateForm.predicate("died_of").define(),
                        PredicateForm.predicate("held_office").define(),
                        PredicateForm.predicate("said").cardinality("many").define());
    }

    /** Everything filed from here on is recorded at that time. */
    NewsroomFixture on(String day) {
        now = Instant.parse(day + "T09:00:00Z");
        return this;
    }

    NewsroomFixture files(LedgerCommand... commands) {
        for (LedgerCommand command : commands) {
            int before = ledger.events().size();
            ledger.recordingAt(now.plusSeconds(1)).and(command);
            for (LedgerEvent event :
                    ledger.events().subList(before, ledger.events().size())) {
                now = now.plusSeconds(1);
                inMemoryHistory.add(++position, now, event);
            }
        }
        return this;
    }

    NewsroomFixture registers(String source, @Nullable String published) {
        SourceForm form = SourceForm.source(source).publisher(source);
        return files((published == null ? form : form.published(published)).register());
    }

    /** One report on each of these days. */
    NewsroomFixture reports(String publisher, String... days) {
        for (String day : days) {
            files(SourceForm.source(report(publisher, day))
                    .publisher(publisher)
                    .published(day)
                    .register());
        }
        return this;
    }

    /** Files a claim by its first report of a day, and each further report as evidence on it. */
    NewsroomFixture says(ClaimForm claim, String day, String... publishers) {
        for (int i = 0; i < publishers.length; i++) {
            ClaimForm by = claim.source(report(publishers[i], day));
            reports(publishers[i], day).files(i == 0 ? by.file() : by.attach());
        }
        return this;
    }

    /** One more report that says the same, or something else on the same claim. */
    NewsroomFixture adds(ClaimForm claim, String day, String publisher) {
        return reports(publisher, day)
                .files(claim.source(report(publisher, day)).attach());
    }

    List<String> because() {
        return answer().because();
    }

    /** The source that {@link #reports} registers. */
    static String report(String publisher, String day) {
        return publisher.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + day;
    }

    /** The claim with all that had been published by the end of a day; nothing where it was not reported by then. */
    @Nullable
    ClaimState claim(String id, String publishedBy) {
        return history(id).at(endOf(publishedBy));
    }

    ClaimState claim(String id) {
        return history(id).latest();
    }

    ClaimHistory history(String id) {
        return inMemoryHistory.history(new ClaimId(id));
    }

    List<AnsweredQuestion> questions() {
        return HistoryAnswers.bestKnown(inMemoryHistory, Instant.MAX, null, TODAY);
    }

    List<AnsweredQuestion> questions(@Nullable String publishedBy, @Nullable String validOn) {
        return HistoryAnswers.bestKnown(
                inMemoryHistory,
                publishedBy == null ? Instant.MAX : endOf(publishedBy),
                validOn == null ? null : LocalDate.parse(validOn),
                TODAY);
    }

    BestKnown answer() {
        return questions().getFirst().bestKnown();
    }

    private static Instant endOf(String day) {
        return LocalDate.parse(day)
                .plusDays(1)
                .atStartOfDay()
                .toInstant(java.time.ZoneOffset.UTC)
                .minusNanos(1);
    }

    static RelateClaims relation(String claim, ClaimRelation relation, String other) {
        return new RelateClaims(new ClaimId(claim), relation, new ClaimId(other), null);
    }

    static Value years(long number) {
        return quantity(Quantity.BoundKind.EXACTLY, number);
    }

    static Value quantity(Quantity.BoundKind boundKind, long number) {
        return new Value.Measured(new Quantity(boundKind, java.math.BigDecimal.valueOf(number), null, null));
    }

    static NoticeSource notice(String source, NoticeType type, @Nullable String published, EvidenceRef... evidence) {
        return new NoticeSource(
                new SourceId(source),
                new Notice(
                        type,
                        null,
                        published == null ? null : Edtf.parse(published),
                        List.of(),
                        List.of(evidence),
                        null));
    }

    static RetractClaim retraction(String claim, @Nullable String basis, ReasonCode... reasons) {
        return new RetractClaim(
                new ClaimId(claim), List.of(reasons), basis == null ? null : new Basis(new SourceId(basis)), null);
    }

    static ReinstateClaim reinstatement(String claim, @Nullable String basis) {
        return new ReinstateClaim(
                new ClaimId(claim), List.of(), basis == null ? null : new Basis(new SourceId(basis)), null);
    }

    static Attestor subject(String id) {
        return new Attestor.BySubject(new SubjectId(id));
    }

    static Attestor source(String id) {
        return new Attestor.BySource(new SourceId(id));
    }
}
