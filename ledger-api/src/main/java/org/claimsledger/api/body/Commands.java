package org.claimsledger.api.body;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.claimsledger.api.claim.ClaimBodies;
import org.claimsledger.api.predicate.PredicateBodies;
import org.claimsledger.api.source.SourceBodies;
import org.claimsledger.api.subject.SubjectBodies;
import org.claimsledger.value.LedgerCommand;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/** Every command by its {@code op}: the same bodies over HTTP and in imports. */
public final class Commands {

    private static final Map<String, Function<Fields, ? extends LedgerCommand>> BY_OP = new TreeMap<>();

    static {
        BY_OP.put("register_source", SourceBodies::register);
        BY_OP.put("amend_source", SourceBodies::amend);
        BY_OP.put("notice_source", SourceBodies::notice);
        BY_OP.put("retract_source", SourceBodies::retract);
        BY_OP.put("reinstate_source", SourceBodies::reinstate);
        BY_OP.put("register_subject", SubjectBodies::register);
        BY_OP.put("name_subject", SubjectBodies::name);
        BY_OP.put("merge_subjects", SubjectBodies::merge);
        BY_OP.put("split_subjects", SubjectBodies::split);
        BY_OP.put("compare_subjects", SubjectBodies::compare);
        BY_OP.put("define_predicate", PredicateBodies::define);
        BY_OP.put("assert_claim", ClaimBodies::assertClaim);
        BY_OP.put("attach_evidence", ClaimBodies::attach);
        BY_OP.put("withdraw_evidence", ClaimBodies::withdraw);
        BY_OP.put("revise_claim", ClaimBodies::revise);
        BY_OP.put("succeed_claim", ClaimBodies::succeed);
        BY_OP.put("retract_claim", ClaimBodies::retract);
        BY_OP.put("reinstate_claim", ClaimBodies::reinstate);
        BY_OP.put("rank_claim", ClaimBodies::rank);
        BY_OP.put("assess_claim", ClaimBodies::assess);
        BY_OP.put("relate_claims", ClaimBodies::relate);
    }

    private Commands() {}

    /** All ops, in alphabetical order. */
    public static Iterable<String> ops() {
        return BY_OP.keySet();
    }

    public static LedgerCommand read(String op, Fields fields) {
        Function<Fields, ? extends LedgerCommand> reader = BY_OP.get(op);
        if (reader == null) {
            throw Refused.because(RefusalCode.OP_UNKNOWN, "/op", "One of " + String.join(", ", BY_OP.keySet()));
        }
        return reader.apply(fields);
    }
}
