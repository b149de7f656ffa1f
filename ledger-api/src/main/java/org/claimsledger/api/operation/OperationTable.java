package org.claimsledger.api.operation;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.token.Role;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/** Every command by its {@code op}: the same bodies, and the same roles that may send them, over HTTP and in imports. */
public final class OperationTable {

    /** @param needs the role that whoever asks for it has to have */
    private record Operation(Role requiredRole, Function<Fields, ? extends LedgerCommand> reader) {}

    private static final Map<String, Operation> BY_OP = new TreeMap<>();

    static {
        add("register_source", Role.REPORTER, SourceBodyReader::register);
        add("amend_source", Role.EDITOR, SourceBodyReader::amend);
        add("notice_source", Role.EDITOR, SourceBodyReader::notice);
        add("protect_source", Role.EDITOR, SourceBodyReader::protect);
        add("disclose_source", Role.EDITOR, SourceBodyReader::disclose);
        add("retract_source", Role.EDITOR, SourceBodyReader::retract);
        add("reinstate_source", Role.EDITOR, SourceBodyReader::reinstate);
        add("register_subject", Role.REPORTER, SubjectBodyReader::register);
        add("name_subject", Role.REPORTER, SubjectBodyReader::name);
        add("merge_subjects", Role.EDITOR, SubjectBodyReader::merge);
        add("split_subjects", Role.EDITOR, SubjectBodyReader::split);
        add("compare_subjects", Role.EDITOR, SubjectBodyReader::compare);
        add("define_predicate", Role.EDITOR, PredicateBodyReader::define);
        add("assert_claim", Role.REPORTER, ClaimBodyReader::assertClaim);
        add("attach_evidence", Role.REPORTER, ClaimBodyReader::attach);
        add("review_claim", Role.EDITOR, ClaimBodyReader::review);
        add("withdraw_evidence", Role.EDITOR, ClaimBodyReader::withdraw);
        add("revise_claim", Role.EDITOR, ClaimBodyReader::revise);
        add("succeed_claim", Role.EDITOR, ClaimBodyReader::succeed);
        add("retract_claim", Role.EDITOR, ClaimBodyReader::retract);
        add("reinstate_claim", Role.EDITOR, ClaimBodyReader::reinstate);
        add("rank_claim", Role.EDITOR, ClaimBodyReader::rank);
        add("assess_claim", Role.EDITOR, ClaimBodyReader::assess);
        add("relate_claims", Role.EDITOR, ClaimBodyReader::relate);
    }

    private OperationTable() {}

    /** All ops, in alphabetical order. */
    public static Iterable<String> ops() {
        return BY_OP.keySet();
    }

    public static LedgerCommand readCommand(String op, Fields fields) {
        return operation(op).reader().apply(fields);
    }

    /** The role that it needs, whichever way it comes. */
    public static Role requiredRole(String op) {
        return operation(op).requiredRole();
    }

    private static Operation operation(String op) {
        Operation known = BY_OP.get(op);
        if (known == null) {
            throw Refused.because(RefusalCode.OP_UNKNOWN, "/op", "One of " + String.join(", ", BY_OP.keySet()));
        }
        return known;
    }

    private static void add(String op, Role needs, Function<Fields, ? extends LedgerCommand> reader) {
        BY_OP.put(op, new Operation(needs, reader));
    }
}
