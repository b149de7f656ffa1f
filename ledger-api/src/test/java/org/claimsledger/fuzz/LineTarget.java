package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimsledger.api.body.Commands;
import org.claimsledger.api.body.Fields;
import org.claimsledger.api.body.Json;
import org.claimsledger.value.LedgerCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Any bytes as one line of an import, as far as it is read without a ledger: a command, or a refusal. */
final class LineTarget implements Target {

    @Override
    public void take(byte[] input) {
        LedgerCommand command = Refusing.read(() -> read(input));
        if (command != null) {
            assertThat(said(read(input))).isEqualTo(said(command));
        }
    }

    /** The command but for ids that are made anew each time. */
    private static String said(LedgerCommand command) {
        return command.toString().replaceAll("\\b[0-9a-hjkmnp-tv-z]{26}\\b", "made");
    }

    private static LedgerCommand read(byte[] line) {
        ObjectNode object = Json.object(line);
        JsonNode op = object.remove("op");
        return Commands.read(op == null ? "assert_claim" : op.asString(""), Fields.of(object));
    }
}
