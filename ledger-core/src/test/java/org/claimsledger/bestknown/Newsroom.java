package org.claimsledger.bestknown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.claimsledger.bestknown.Chronicle.Answered;
import org.claimsledger.claim.Attestor;
import org.claimsledger.claim.Basis;
import org.claimsledger.claim.ClaimCommand.ReinstateClaim;
import org.claimsledger.claim.ClaimCommand.RetractClaim;
import org.claimsledger.ledger.InMemoryLedger;
import org.claimsledger.predicate.PredicateForm;
import org.claimsledger.source.EvidenceRef;
import org.claimsledger.source.Notice;
import org.claimsledger.source.NoticeType;
import org.claimsledger.source.SourceCommand.NoticeSource;
import org.claimsledger.source.SourceForm;
import org.claimsledger.subject.SubjectForm;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.LedgerCommand;
import org.claimsledger.value.LedgerEvent;
import org.claimsledger.value.Quantity;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A desk that files things, one a second, and reads them again from any viewpoint. It begins on the first of November 2026
 * with a subject, {@code aliev}, and a few predicates.
 */
final class Newsroom {

    static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final Chronicle chronicle = new Chronicle();
    private Instant now = Instant.parse("2026-11-01T09:00:00Z");
    private long position;

    static Newsroom newsroom() {
        return new Newsroom()
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

    /** What is filed from here on is recorded then. */
    Newsroom on(String day) {
        now = Instant.parse(day + "T09:00:00Z");
        return this;
    }

    Newsroom files(LedgerCommand... commands) {
        for (LedgerCommand command : commands) {
            int before = ledger.events().size();
            ledger.and(command);
            for (LedgerEvent event :
                    ledger.events().subList(before, ledger.events().size())) {
                now = now.plusSeconds(1);
                chronicle.add(++position, now, event);
            }
        }
        return this;
    }

    Newsroom registers(String source, @Nullable String published) {
        SourceForm form = SourceForm.source(source).publisher(source);
        return files((published == null ? form : form.published(published)).register());
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
        return chronicle.history(new ClaimId(id));
    }

    List<Answered> questions() {
        return chronicle.bestKnown(Instant.MAX, null, TODAY);
    }

    List<Answered> questions(@Nullable String publishedBy, @Nullable String validOn) {
        return chronicle.bestKnown(
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

    static Value years(long number) {
        return quantity(Quantity.Bound.EXACTLY, number);
    }

    static Value quantity(Quantity.Bound bound, long number) {
        return new Value.Measured(new Quantity(bound, java.math.BigDecimal.valueOf(number), null, null));
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
