package org.claimsledger.desk.form;

import java.util.List;
import org.claimsledger.api.operation.OperationTable;
import org.claimsledger.token.Role;

/**
 * Something that can be recorded.
 *
 * @param about what it is recorded about
 * @param name the last part of its address
 * @param op its name among the ledger's commands
 * @param title what it is, for a heading
 * @param verb what its button says: what will be recorded
 * @param note what it does and does not do, in a sentence or two
 * @param showsWhatIsThere whether its form begins with what the ledger has, and only what is different is sent
 */
public record FormAction(
        TargetKind targetKind,
        String name,
        String operation,
        String title,
        String verb,
        String note,
        boolean prefilled,
        List<FormField> fields) {

    /** What an act is recorded about, by the first part of its address. */
    public enum TargetKind {
        CLAIMS("claim"),
        SOURCES("source"),
        SUBJECTS("subject"),
        /** Nothing yet: it makes something. */
        NEW("");

        private final String field;

        TargetKind(String field) {
            this.field = field;
        }

        /** The field that a body would name it by. */
        public String field() {
            return field;
        }
    }

    /** The role that it needs. */
    public Role needs() {
        return OperationTable.requiredRole(operation);
    }
}
