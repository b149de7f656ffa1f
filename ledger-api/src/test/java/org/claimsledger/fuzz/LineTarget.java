package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimsledger.api.operation.Fields;
import org.claimsledger.api.operation.OperationTable;
import org.claimsledger.api.operation.StrictJson;
import org.claimsledger.command.LedgerCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Any bytes as one line of an import, as far as it is read without a ledger: a command, or a refusal. */
final class LineTarget implements FuzzTarget {

    @Override
    public void run(byte[] input) {
        LedgerCommand command = RefusalCheck.read(() -> read(input));
        if (command != null) {
            assertThat(textWithoutIds(read(input))).isEqualTo(textWithoutIds(command));
        }
    }

    /** The command without the ids that are generated each time. */
    private static String textWithoutIds(LedgerCommand command) {
        return command.toString().replaceAll("\\b[0-9a-hjkmnp-tv-z]{26}\\b", "made");
    }

    private static LedgerCommand read(byte[] line) {
        ObjectNode object = StrictJson.readObject(line);
        JsonNode op = object.remove("op");
        return OperationTable.readCommand(op == null ? "assert_claim" : op.asString(""), Fields.of(object));
    }
}
