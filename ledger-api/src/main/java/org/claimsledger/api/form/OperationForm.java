package org.claimsledger.api.form;

import java.util.List;

/**
 * The form that a person fills in for an operation.
 *
 * @param name the last part of its address
 * @param title a heading, which names the operation
 * @param button the words on the button that records it
 * @param note a sentence or two on what the operation does and does not do
 * @param prefilled whether the form begins with what the ledger has, so that only what differs is sent
 */
public record OperationForm(
        String name, String title, String button, String note, boolean prefilled, List<FormField> fields) {

    /** A form that begins empty. */
    public static OperationForm of(String name, String title, String button, String note, List<FormField> fields) {
        return new OperationForm(name, title, button, note, false, fields);
    }

    public OperationForm asPrefilled() {
        return new OperationForm(name, title, button, note, true, fields);
    }
}
