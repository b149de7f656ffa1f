package org.claimsledger.claim;

import static org.claimsledger.predicate.PredicateForm.defined;
import static org.claimsledger.predicate.PredicateForm.predicate;
import static org.claimsledger.source.SourceForm.registered;
import static org.claimsledger.subject.SubjectForm.subject;

import org.claimsledger.command.LedgerCommand;
import org.claimsledger.ledger.InMemoryLedger;
import org.claimsledger.value.Value;

/** The ledger that the tests of claims begin with. */
final class ClaimFixture {

    private ClaimFixture() {}

    /** Two subjects, three sources and a vocabulary, and then these commands. */
    static InMemoryLedger desk(LedgerCommand... commands) {
        return InMemoryLedger.given(
                        subject("aliev"),
                        subject("otembaev"),
                        registered("rferl"),
                        registered("afp"),
                        registered("ruling"),
                        defined("wanted"),
                        predicate("said").kinds(Value.Kind.CLAIM).define(),
                        predicate("sentenced")
                                .kinds(Value.Kind.QUANTITY, Value.Kind.TERM)
                                .unit("a")
                                .terms("life")
                                .cardinality("one_per:case")
                                .happens()
                                .define())
                .and(commands);
    }
}
