package org.claimsledger.desk.form;

import java.util.Optional;
import java.util.stream.Stream;
import org.claimsledger.desk.form.FormAction.TargetKind;

/** All that can be recorded on the desk, with the fields of its form. */
public final class FormActions {

    private FormActions() {}

    /** The act at an address; empty where there is none. */
    public static Optional<FormAction> find(TargetKind targetKind, String name) {
        return all().filter(it -> it.targetKind() == targetKind && it.name().equals(name))
                .findFirst();
    }

    public static Stream<FormAction> all() {
        return Stream.concat(ClaimActions.ALL.stream(), RegistryActions.ALL.stream());
    }
}
