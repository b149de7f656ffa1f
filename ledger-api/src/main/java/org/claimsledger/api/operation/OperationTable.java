package org.claimsledger.api.operation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/** All operations, each a row. Calls, imports, forms and roles are read from here. */
public final class OperationTable {

    private static final SortedMap<String, Operation> BY_OP = new TreeMap<>();

    static {
        Stream.of(
                        ClaimOperations.ALL,
                        SourceOperations.ALL,
                        SubjectOperations.ALL,
                        PredicateOperations.ALL,
                        PolicyOperations.ALL)
                .flatMap(List::stream)
                .forEach(operation -> BY_OP.put(operation.op(), operation));
    }

    private OperationTable() {}

    /** All operations, in the alphabetical order of their ops. */
    public static Collection<Operation> all() {
        return BY_OP.values();
    }

    /** All ops, in alphabetical order. */
    public static Iterable<String> ops() {
        return BY_OP.keySet();
    }

    public static Operation operation(String op) {
        Operation operation = BY_OP.get(op);
        if (operation == null) {
            throw Refused.because(RefusalCode.OP_UNKNOWN, "/op", "One of " + String.join(", ", BY_OP.keySet()));
        }
        return operation;
    }

    /** The operation whose form is at that address, a pattern such as {@code /claims/{id}/revise}. */
    public static Optional<Operation> withForm(String path) {
        return all().stream()
                .filter(operation -> operation.formPath().equals(path))
                .findFirst();
    }

    public static LedgerCommand readCommand(String op, Fields fields) {
        return operation(op).reader().apply(fields);
    }
}
