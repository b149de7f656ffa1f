package org.claimsledger.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.claimsledger.store.AtomicFile;
import org.claimsledger.token.TokenRegistry.TokenStorageRefused;
import org.claimsledger.value.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file {@code tokens.json} of a ledger's folder, which this process has alone. It is replaced as a whole and synced,
 * and only its owner can read it.
 */
final class TokenFile implements TokenStorage {

    static final String NAME = "tokens.json";

    private static final String FORMAT = "claims-ledger-tokens";
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private List<Token> tokens;

    private TokenFile(Path file, List<Token> tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    static TokenFile in(Path folder) {
        Path file = folder.resolve(NAME);
        return new TokenFile(file, Files.exists(file) ? read(file) : List.of());
    }

    @Override
    public synchronized List<Token> all() {
        return tokens;
    }

    @Override
    public synchronized void add(Token token) {
        TokenRules.requireAddable(token, tokens);
        List<Token> more = new ArrayList<>(tokens);
        more.add(token);
        write(more);
    }

    @Override
    public synchronized void revoke(String id, Instant now) {
        change(id, token -> token.revoked() == null ? token.revokedAt(now) : token);
    }

    @Override
    public synchronized void recordUse(String id, LocalDate day) {
        change(id, token -> token.usedOn(day));
    }

    private void change(String id, UnaryOperator<Token> change) {
        write(tokens.stream()
                .map(token -> token.id().equals(id) ? change.apply(token) : token)
                .toList());
    }

    private void write(List<Token> next) {
        if (next.equals(tokens)) {
            return;
        }
        try {
            AtomicFile.writeForOwner(file, json(next).getBytes(UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException("The tokens in " + file + " could not be changed", failed);
        }
        tokens = List.copyOf(next);
    }

    private static String json(List<Token> tokens) {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT).put("version", VERSION);
        ArrayNode items = root.putArray("tokens");
        for (Token token : tokens) {
            items.addObject()
                    .put("id", token.id())
                    .put("name", token.name().text())
                    .put("role", token.role().lowerCaseName())
                    .put("hash", token.hash().hex())
                    .put("created", token.created().toString())
                    .put("expires", token.expires().toString())
                    .put("lastUsed", text(token.lastUsed()))
                    .put("revoked", text(token.revoked()));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }

    private static List<Token> read(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            if (!FORMAT.equals(root.path("format").stringValue(""))) {
                throw unreadable(file, null);
            }
            if (root.path("version").intValue() > VERSION) {
                throw new TokenStorageRefused(
                        "The tokens in " + file + " were kept by a later version of the program. Use that one.", null);
            }
            List<Token> tokens = new ArrayList<>();
            root.required("tokens").forEach(item -> tokens.add(token(item)));
            return List.copyOf(tokens);
        } catch (TokenStorageRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            throw unreadable(file, damaged);
        }
    }

    private static Token token(JsonNode item) {
        JsonNode lastUsed = item.required("lastUsed");
        JsonNode revoked = item.required("revoked");
        return new Token(
                item.required("id").stringValue(),
                new TokenName(item.required("name").stringValue()),
                Role.of(item.required("role").stringValue()).orElseThrow(),
                new Sha256(item.required("hash").stringValue()),
                Instant.parse(item.required("created").stringValue()),
                Instant.parse(item.required("expires").stringValue()),
                lastUsed.isNull() ? null : LocalDate.parse(lastUsed.stringValue()),
                revoked.isNull() ? null : Instant.parse(revoked.stringValue()));
    }

    private static TokenStorageRefused unreadable(Path file, @Nullable Exception cause) {
        return new TokenStorageRefused(
                "The tokens in " + file
                        + " cannot be read. Put the file back from a copy, or move it away: then no token"
                        + " but the admin's is taken.",
                cause);
    }

    @Override
    public void close() {}
}
