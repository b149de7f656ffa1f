package org.claimsledger.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.claimsledger.api.LedgerApplication;
import org.claimsledger.api.config.LedgerSettings;
import org.claimsledger.api.security.AdminToken;
import org.claimsledger.api.security.ReadPolicy;
import org.claimsledger.store.StoreLocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Serves the ledger over HTTP until it is stopped. */
@Command(
        name = "serve",
        description = {
            "Serves the ledger over HTTP.",
            "Further options are settings, as in --server.port=8080 or --server.address=0.0.0.0."
        },
        footer = {
            "",
            "Environment: LEDGER_DATA, the ledger's folder (ledger-data); LEDGER_ADMIN_TOKEN, the admin's token",
            "(made at the first start and kept in the folder where it is not set); LEDGER_READING=closed lets",
            "nobody read without a token; with LEDGER_REVIEW=on what reporters file waits for an editor.",
            "LEDGER_STORE=postgres keeps the events in the database that LEDGER_POSTGRES_URL, _USER and _PASSWORD",
            "name; the folder is then this node's own."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    /** Not an exit code: the program goes on, kept alive by the server's threads. */
    static final int RUNNING = -1;

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Option(names = "--sample", description = "Load the sample case, unless it is there already.")
    private boolean sample;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        ConfigurableApplicationContext application = start(settings.toArray(String[]::new));
        if (sample) {
            SampleCase.load(application);
        }
        printWelcome(application);
        return RUNNING;
    }

    private static ConfigurableApplicationContext start(String[] settings) {
        try {
            return new SpringApplicationBuilder(LedgerApplication.class)
                    .registerShutdownHook(true)
                    .run(settings);
        } catch (RuntimeException failed) {
            if (!ClaimsLedger.isOperatorError(failed)) {
                LOG.error("The server did not start", failed);
            }
            throw failed;
        }
    }

    private void printWelcome(ConfigurableApplicationContext application) {
        int port = Objects.requireNonNull(((WebServerApplicationContext) application).getWebServer())
                .getPort();
        String base = "http://127.0.0.1:" + port;
        LedgerSettings ledger = application.getBean(LedgerSettings.class);
        AdminToken token = application.getBean(AdminToken.class);
        System.out.println();
        System.out.println("The claims ledger is running. Its folder is "
                + ledger.data().toAbsolutePath()
                + (ledger.events() instanceof StoreLocation.PostgresDatabase postgresDatabase
                        ? ", its events are in " + postgresDatabase.name() + "."
                        : "."));
        System.out.println();
        System.out.println("  Start here      " + base + "/");
        if (sample) {
            System.out.println("  One claim       " + base + "/claims/otembaev-sentence");
            System.out.println("  A person        " + base + "/subjects/rakhat-aliev");
        }
        System.out.println("  Claims as JSON  " + base + "/api/v1/claims");
        System.out.println("  The API         " + base + "/api/v1/openapi.json");
        System.out.println();
        System.out.println((ledger.reading() == ReadPolicy.OPEN ? "Writes need" : "Reads and writes need")
                + (token.file() == null
                        ? " the token in LEDGER_ADMIN_TOKEN"
                        : " the token in " + token.file().toAbsolutePath())
                + ", or one made with `claims-ledger token`.");
        System.out.println("Stop it with Ctrl-C.");
    }
}
