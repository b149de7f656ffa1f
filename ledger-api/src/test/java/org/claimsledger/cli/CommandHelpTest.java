package org.claimsledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The commands share the options that name a server; each has its own help texts for them. */
class CommandHelpTest {

    @ParameterizedTest
    @CsvSource({
        "import, --server, Send it to a running server",
        "export, --server, From a running server",
        "rebuild, --server, In a running server",
        "token create, --server, Of a running server",
        "token list, --token, The admin's token",
        "token revoke, --token, The admin's token",
        "export, --token, The token that the server wants"
    })
    void eachCommandSaysWhatItDoesWithAServer(String command, String option, String words) {
        assertThat(commandNamed("claims-ledger " + command)
                        .getCommandSpec()
                        .findOption(option)
                        .description())
                .singleElement()
                .asString()
                .startsWith(words);
    }

    @Test
    void everyWordingBelongsToAnOption() {
        ResourceBundle wordings = ResourceBundle.getBundle("org.claimsledger.cli.options");
        assertThat(wordings.keySet()).isNotEmpty().allSatisfy(key -> {
            int dot = key.lastIndexOf('.');
            CommandLine command = commandNamed(key.substring(0, dot).replace('.', ' '));
            assertThat(command.getCommandSpec().findOption("--" + key.substring(dot + 1)))
                    .isNotNull();
        });
    }

    /** @param words the program's name and those of the commands that lead to it */
    private static CommandLine commandNamed(String words) {
        CommandLine command = ClaimsLedger.commandLine();
        for (String name : Arrays.asList(words.split(" ")).subList(1, words.split(" ").length)) {
            command = command.getSubcommands().get(name);
        }
        return command;
    }
}
