package org.claimsledger.api.operation;

import java.util.List;
import org.claimsledger.api.form.FieldGroups;
import org.claimsledger.api.form.FormField;
import org.claimsledger.api.form.InputType;
import org.claimsledger.api.form.OperationForm;
import org.claimsledger.api.operation.Operation.Resource;
import org.claimsledger.command.PolicyCommand.AdoptPolicy;
import org.claimsledger.token.Role;
import org.claimsledger.value.TextRules;

/** The operation on the policy. */
final class PolicyOperations {

    static final List<Operation> ALL = List.of(Operation.creation(
            "adopt_policy",
            Role.EDITOR,
            Resource.POLICY,
            PolicyOperations::adopt,
            OperationForm.of(
                    "policy",
                    "Adopt a policy",
                    "Adopt this policy",
                    "From now on questions are answered by it. Readings as of an earlier date keep the one that was in"
                            + " use then.",
                    List.of(
                            FormField.of("version", "Version", InputType.NUMBER).asRequired(),
                            FieldGroups.REASON.asRequired()))));

    private PolicyOperations() {}

    static AdoptPolicy adopt(Fields fields) {
        var version = fields.required("version", Fields::integer);
        var reason = fields.required("reason", node -> TextRules.lines(Fields.string(node), TextRules.NOTE));
        return fields.build(() -> new AdoptPolicy(version.get(), reason.get()));
    }
}
