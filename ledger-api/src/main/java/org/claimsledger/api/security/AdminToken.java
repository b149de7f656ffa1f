package org.claimsledger.api.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The one token that may write; whoever holds it is the actor {@code admin}. */
public final class AdminToken {

    /** The actor that every write with this token is recorded under. */
    public static final String ACTOR = "admin";

    private static final String FILE = "admin-token";
    private static final String SCHEME = "Bearer ";

    private final byte[] token;
    private final @Nullable Path file;

    private AdminToken(String token, @Nullable Path file) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.file = file;
    }

    /** The token that was set, else the one kept in the data folder, else a new one, kept there for its owner only. */
    public static AdminToken of(@Nullable String set, Path folder) {
        if (set != null && !set.isBlank()) {
            return new AdminToken(set.strip(), null);
        }
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(
                        file,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(random),
                        StandardOpenOption.TRUNCATE_EXISTING);
            }
            return new AdminToken(Files.readString(file).strip(), file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The admin token in " + file + " cannot be read or made", unreadable);
        }
    }

    /** The file that holds the token, where none was set. */
    public @Nullable Path file() {
        return file;
    }

    /** Whether this Authorization header carries the token; takes as long for a near miss as for nonsense. */
    boolean isIn(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] given = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(token, given);
    }
}
