package org.claimsledger.api.config;

import java.nio.file.Path;
import org.claimsledger.api.security.OidcSettings;
import org.claimsledger.api.security.ReadPolicy;
import org.claimsledger.api.security.ReviewPolicy;
import org.claimsledger.store.StoreLocation;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set.
 *
 * @param data the folder of the ledger, or of this node where the events are in a database ({@code LEDGER_DATA}); begun
 *     where it is absent or empty
 * @param store where the events are: {@code h2}, in that folder, or {@code postgres} ({@code LEDGER_STORE})
 * @param postgres which database, for {@code postgres}
 * @param adminToken the admin's token ({@code LEDGER_ADMIN_TOKEN}); made at the first start where absent
 * @param reading whether everybody may read, or whoever has a role ({@code LEDGER_READING})
 * @param review whether what reporters file waits for an editor ({@code LEDGER_REVIEW})
 * @param oidc an identity provider, where there is one
 * @param rate how many requests a second a caller may make ({@code LEDGER_RATE}); 0 for any number
 * @param metrics who may read the metrics ({@code LEDGER_METRICS}): whoever has the admin's token, or everybody
 * @param log what logs look like and say
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
     * Logs.
     *
     * @param format lines for people, or JSON for programs ({@code LEDGER_LOG_FORMAT})
     * @param actors whether a request's line names who sent it
     */
    public record Log(
            @DefaultValue("plain") Format format,
            @DefaultValue("false") boolean actors) {

        /** What a line of log looks like. */
        public enum Format {
            PLAIN,
            JSON
        }
    }

    /**
     * A database.
     *
     * @param url as in {@code jdbc:postgresql://127.0.0.1:5432/ledger} ({@code LEDGER_POSTGRES_URL})
     * @param user who connects ({@code LEDGER_POSTGRES_USER})
     * @param password his password ({@code LEDGER_POSTGRES_PASSWORD})
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

    /** Where the events are. */
    public StoreLocation events() {
        return StoreLocation.of(store, data, postgres.url(), postgres.user(), postgres.password());
    }
}
