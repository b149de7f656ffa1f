package org.claimsledger.api.body;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.claimsledger.api.claim.ClaimBodies;
import org.claimsledger.api.predicate.PredicateBodies;
import org.claimsledger.api.source.SourceBodies;
import org.claimsledger.api.subject.SubjectBodies;
import org.claimsledger.token.Role;
import org.claimsledger.value.LedgerCommand;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/** Every command by its {@code op}: the same bodies, and the same roles that may send them, over HTTP and in imports. */
public final class Commands {

    /** @param needs the role that whoever asks for it has to have */
    private record Op(Role needs, Function<Fields, ? extends LedgerCommand> reader) {}

    private static final Map<String, Op> BY_OP = new TreeMap<>();

    static {
        put("register_source", Role.REPORTER, SourceBodies::register);
        put("amend_source", Role.EDITOR, SourceBodies::amend);
        put("notice_source", Role.EDITOR, SourceBodies::notice);
        put("protect_source", Role.EDITOR, SourceBodies::protect);
        put("disclose_source", Role.EDITOR, SourceBodies::disclose);
        put("retract_source", Role.EDITOR, SourceBodies::retract);
        put("reinstate_source", Role.EDITOR, SourceBodies::reinstate);
        put("register_subject", Role.REPORTER, SubjectBodies::register);
        put("name_subject", Role.REPORTER, SubjectBodies::name);
        put("merge_subjects", Role.EDITOR, SubjectBodies::merge);
        put("split_subjects", Role.EDITOR, SubjectBodies::split);
        put("compare_subjects", Role.EDITOR, SubjectBodies::compare);
        put("define_predicate", Role.EDITOR, PredicateBodies::define);
        put("assert_claim", Role.REPORTER, ClaimBodies::assertClaim);
        put("attach_evidence", Role.REPORTER, ClaimBodies::attach);
        put("review_claim", Role.EDITOR, ClaimBodies::review);
        put("withdraw_evidence", Role.EDITOR, ClaimBodies::withdraw);
        put("revise_claim", Role.EDITOR, ClaimBodies::revise);
        put("succeed_claim", Role.EDITOR, ClaimBodies::succeed);
        put("retract_claim", Role.EDITOR, ClaimBodies::retract);
        put("reinstate_claim", Role.EDITOR, ClaimBodies::reinstate);
        put("rank_claim", Role.EDITOR, ClaimBodies::rank);
        put("assess_claim", Role.EDITOR, ClaimBodies::assess);
        put("relate_claims", Role.EDITOR, ClaimBodies::relate);
    }

    private Commands() {}

    /** All ops, in alphabetical order. */
    public static Iterable<String> ops() {
        return BY_OP.keySet();
    }

    public static LedgerCommand read(String op, Fields fields) {
        return known(op).reader().apply(fields);
    }

    /** The role that it needs, whichever way it comes. */
    public static Role needs(String op) {
        return known(op).needs();
    }

    private static Op known(String op) {
        Op known = BY_OP.get(op);
        if (known == null) {
            throw Refused.because(RefusalCode.OP_UNKNOWN, "/op", "One of " + String.join(", ", BY_OP.keySet()));
        }
        return known;
    }

    private static void put(String op, Role needs, Function<Fields, ? extends LedgerCommand> reader) {
        BY_OP.put(op, new Op(needs, reader));
    }
}
