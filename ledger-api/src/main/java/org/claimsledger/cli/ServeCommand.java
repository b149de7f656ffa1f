package org.claimsledger.cli;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.claimsledger.api.LedgerApplication;
import org.claimsledger.api.config.LedgerSettings;
import org.claimsledger.api.operation.ImportLineResult.LineStatus;
import org.claimsledger.api.operation.ImportRun;
import org.claimsledger.api.security.AdminToken;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.RoleGuard.ReadPolicy;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.store.StoreLocation;
import org.claimsledger.token.TokenName;
import org.claimsledger.value.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
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

    /** The case that ships with the program: five published articles, worked through as a research desk would. */
    static final class SampleCase {

        static final String FILE = "/sample/sample-case.ndjson";

        private SampleCase() {}

        /** Imports the case. Lines that were imported before are skipped, whatever was done with their entities since. */
        static void load(ApplicationContext application) throws IOException {
            Ledger ledger = application.getBean(Ledger.class);
            Map<LineStatus, Integer> counts = new EnumMap<>(LineStatus.class);
            try (InputStream file = Objects.requireNonNull(SampleCase.class.getResourceAsStream(FILE))) {
                new ImportRun(ledger, Caller.owner(TokenName.SAMPLE), Ids.newId())
                        .run(file, result -> counts.merge(result.status(), 1, Integer::sum));
            }
            try {
                application
                        .getBean(ReadModels.class)
                        .catchUp(ledger.log().head(), Duration.ofSeconds(2), applied -> {});
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            System.out.println("The sample case: " + counts.getOrDefault(LineStatus.ACCEPTED, 0) + " lines loaded, "
                    + counts.getOrDefault(LineStatus.DUPLICATE, 0) + " there already, "
                    + counts.getOrDefault(LineStatus.REFUSED, 0) + " refused.");
        }
    }
}
