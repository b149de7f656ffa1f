package org.claimsledger.api.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.claimsledger.store.AtomicFile;
import org.claimsledger.token.TokenSecret;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The token that the program is started with. Its holder is the actor {@code admin} and may do everything. */
public final class AdminToken {

    private static final Logger LOG = LoggerFactory.getLogger(AdminToken.class);

    private static final String FILE = "admin-token";
    private static final int ADVISED_LENGTH = 16;

    private final byte[] hash;
    private final @Nullable Path file;

    private AdminToken(String token, @Nullable Path file) {
        this.hash = hash(new TokenSecret(token));
        this.file = file;
    }

    /** The token that was set, else that of the data folder, else a new one, stored there for its owner only. */
    public static AdminToken of(@Nullable String set, Path folder) {
        if (set != null && !set.isBlank()) {
            if (set.strip().length() < ADVISED_LENGTH) {
                LOG.warn("LEDGER_ADMIN_TOKEN has less than {} characters and might be guessed", ADVISED_LENGTH);
            }
            return new AdminToken(set.strip(), null);
        }
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file) || Files.readString(file).isBlank()) {
                AtomicFile.writeForOwner(file, TokenSecret.generate().text().getBytes(US_ASCII));
            }
            return new AdminToken(Files.readString(file).strip(), file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The admin token in " + file + " cannot be read or made", unreadable);
        }
    }

    /** The file that holds the token where none was set. */
    public @Nullable Path file() {
        return file;
    }

    /** Compares in constant time: a near miss takes as long as nonsense. */
    boolean matches(TokenSecret tokenSecret) {
        return MessageDigest.isEqual(hash, hash(tokenSecret));
    }

    private static byte[] hash(TokenSecret tokenSecret) {
        return tokenSecret.hash().hex().getBytes(US_ASCII);
    }
}
