package org.claimsledger.api.config;

import java.nio.file.Path;
import org.claimsledger.api.security.OidcSettings;
import org.claimsledger.api.security.ReviewPolicy;
import org.claimsledger.api.security.RoleGuard.ReadPolicy;
import org.claimsledger.store.StoreLocation;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the server.
 *
 * @param data the folder of the ledger, or of this node where the events are in a database ({@code LEDGER_DATA}); created
 *     where it is absent or empty
 * @param store the store of the events: {@code h2}, in that folder, or {@code postgres} ({@code LEDGER_STORE})
 * @param postgres the database, for {@code postgres}
 * @param adminToken the admin's token ({@code LEDGER_ADMIN_TOKEN}); generated at the first start where absent
 * @param reading whether everybody may read, or only those with a role ({@code LEDGER_READING})
 * @param review whether reporters' filings wait for an editor ({@code LEDGER_REVIEW})
 * @param oidc an identity provider, if one is used
 * @param rate the requests a second that a caller may make ({@code LEDGER_RATE}); 0 for no limit
 * @param metrics who may read the metrics ({@code LEDGER_METRICS}): the admin, or everybody
 * @param log format and content of the log
 */
@ConfigurationProperties("ledger")
public record LedgerSettings(
        @DefaultValue("ledger-data") Path data,
        @DefaultValue("h2") StoreLocation.Kind store,
        @DefaultValue Postgres postgres,
        @Nullable String adminToken,
        @DefaultValue("open") ReadPolicy reading,
        @DefaultValue("off") ReviewPolicy review,
        @DefaultValue OidcSettings oidc,
        @DefaultValue("1000") int rate,
        @DefaultValue("admin") MetricsAudience metrics,
        @DefaultValue Log log) {

    /** Who may read the metrics. */
    public enum MetricsAudience {
        ADMIN,
        ALL
    }

    /**
     * Settings of the log.
     *
     * @param format lines for people, or JSON for programs ({@code LEDGER_LOG_FORMAT})
     * @param actors whether the line of a request names its sender
     */
    public record Log(
            @DefaultValue("plain") Format format,
            @DefaultValue("false") boolean actors) {

        /** The format of a line of log. */
        public enum Format {
            PLAIN,
            JSON
        }
    }

    /**
     * A PostgreSQL database.
     *
     * @param url as in {@code jdbc:postgresql://127.0.0.1:5432/ledger} ({@code LEDGER_POSTGRES_URL})
     * @param user the user ({@code LEDGER_POSTGRES_USER})
     * @param password the user's password ({@code LEDGER_POSTGRES_PASSWORD})
     */
    public record Postgres(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) {

        @Override
        public String toString() {
            return "Postgres[user=" + user + "]";
        }
    }

    /** The place of the events. */
    public StoreLocation events() {
        return StoreLocation.of(store, data, postgres.url(), postgres.user(), postgres.password());
    }
}
