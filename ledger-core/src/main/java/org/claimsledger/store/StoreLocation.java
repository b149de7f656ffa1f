package org.claimsledger.store;

import java.nio.file.Path;
import org.claimsledger.store.StoreRefused.Code;
import org.jspecify.annotations.Nullable;

/** The location of a ledger's events. */
public sealed interface StoreLocation {

    /** The kinds of stores, as settings name them. */
    enum Kind {
        H2,
        POSTGRES
    }

    /** The location that the settings of this kind name. */
    static StoreLocation of(
            Kind kind, Path folder, @Nullable String url, @Nullable String user, @Nullable String password) {
        return switch (kind) {
            case H2 -> new LedgerFolder(folder);
            case POSTGRES -> {
                if (url == null || url.isBlank()) {
                    throw new StoreRefused(
                            Code.UNUSABLE,
                            "LEDGER_STORE is postgres, and LEDGER_POSTGRES_URL does not say where the database is.",
                            null);
                }
                yield new PostgresDatabase(url.strip(), user, password);
            }
        };
    }

    /** In files of a folder, which one process has at a time. */
    record LedgerFolder(Path path) implements StoreLocation {}

    /**
     * In a PostgreSQL database, which several nodes may share.
     *
     * @param url as in {@code jdbc:postgresql://host:5432/ledger}; its parameters take precedence over those that the program sets
     */
    record PostgresDatabase(
            String url, @Nullable String user, @Nullable String password) implements StoreLocation {

        private static final String SCHEME = "jdbc:postgresql:";

        public PostgresDatabase {
            if (!url.startsWith(SCHEME)) {
                throw new StoreRefused(
                        Code.UNUSABLE,
                        "The address of the PostgreSQL database begins with " + SCHEME
                                + ", as in jdbc:postgresql://127.0.0.1:5432/ledger.",
                        null);
            }
        }

        /** The address without its parameters, among which a password may be. */
        public String name() {
            int parameters = url.indexOf('?');
            return parameters < 0 ? url : url.substring(0, parameters);
        }

        @Override
        public String toString() {
            return name();
        }
    }
}
