package org.claimsledger.api.operation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.claimsledger.api.form.OperationForm;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.token.Role;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * An operation: everything about it that does not depend on the ledger's content. Its rule is in the decider of its
 * command.
 *
 * @param op its name in imports
 * @param requiredRole the role that its caller needs, by the API, an import or a form
 * @param resource the kind of thing that it makes or changes
 * @param path the pattern of the path that it is posted to
 * @param pathFields for each variable of the path, the field that has its id in an import; empty for what makes something
 *     new
 * @param createdField the field of the answer that names what was made beside the resource itself, if anything is
 * @param reader makes its command of a body
 */
public record Operation(
        String op,
        Role requiredRole,
        Resource resource,
        String path,
        Map<String, String> pathFields,
        @Nullable String createdField,
        Function<Fields, ? extends LedgerCommand> reader,
        OperationForm form) {

    private static final String API = "/api/v1/";

    /** An operation that makes a new resource. */
    static Operation creation(
            String op,
            Role requiredRole,
            Resource resource,
            Function<Fields, ? extends LedgerCommand> reader,
            OperationForm form) {
        return new Operation(op, requiredRole, resource, API + resource.plural(), Map.of(), null, reader, form);
    }

    /** @param subpath what its path has after the resource's id */
    static Operation change(
            String op,
            Role requiredRole,
            Resource resource,
            String subpath,
            Function<Fields, ? extends LedgerCommand> reader,
            OperationForm form) {
        return new Operation(
                op,
                requiredRole,
                resource,
                API + resource.plural() + "/{" + resource.pathVariable() + "}/" + subpath,
                Map.of(resource.pathVariable(), resource.singular()),
                null,
                reader,
                form);
    }

    /** A copy whose path variable has its id in this field of an import. */
    Operation withPathField(String variable, String field) {
        Map<String, String> fields = new HashMap<>(pathFields);
        fields.put(variable, field);
        return new Operation(op, requiredRole, resource, path, Map.copyOf(fields), createdField, reader, form);
    }

    Operation withCreatedField(String field) {
        return new Operation(op, requiredRole, resource, path, pathFields, field, reader, form);
    }

    /** Whether it makes a new resource; otherwise it changes one that its path names. */
    public boolean isCreation() {
        return pathFields.isEmpty();
    }

    /** The pattern of its form's address. */
    public String formPath() {
        return isCreation() ? "/new/" + form.name() : "/" + resource.plural() + "/{id}/" + form.name();
    }

    /** The ids of a path by the fields that have them in an import, from the ids by the path's variables. */
    public Map<String, String> idsByField(Map<String, String> idsByVariable) {
        Map<String, String> ids = new HashMap<>();
        idsByVariable.forEach((variable, id) -> ids.put(pathFields.getOrDefault(variable, variable), id));
        return ids;
    }

    /** The ids by field for a form, whose address has the resource's id alone. */
    public Map<String, String> idsByField(String resourceId) {
        return isCreation() ? Map.of() : idsByField(Map.of(resource.pathVariable(), resourceId));
    }

    /** The kinds of thing that operations make and change; each has a collection of its own in the API. */
    public enum Resource {
        CLAIM,
        SOURCE,
        SUBJECT,
        PREDICATE,
        POLICY;

        /** The word for one of them, which is also the field that names it in an import. */
        public String singular() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The variable of each path that names one of them. */
        String pathVariable() {
            return this == PREDICATE ? "key" : "id";
        }

        public String plural() {
            return this == POLICY ? "policies" : singular() + "s";
        }

        /** The id that a reader sees: the stand-in of a protected source, for readers who may not know which it is. */
        public String shownId(String id, ReadModel readModel) {
            return this == SOURCE
                    ? readModel.registry().shownId(new SourceId(id)).value()
                    : id;
        }
    }
}
