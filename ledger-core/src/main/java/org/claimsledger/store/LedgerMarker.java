package org.claimsledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.ulid.UlidCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.claimsledger.store.StoreRefused.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file {@code ledger.json}, which marks a folder as a ledger and names its id and format.
 *
 * @param ledgerId the ledger's id, a ULID in lower case
 */
public record LedgerMarker(String ledgerId, Instant created) {

    public static final String NAME = "ledger.json";

    private static final String FORMAT = "claims-ledger";
    private static final int VERSION = 1;
    private static final int ID_LENGTH = 26;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static LedgerMarker create(InstantSource clock) {
        return new LedgerMarker(UlidCreator.getUlid().toString().toLowerCase(Locale.ROOT), clock.instant());
    }

    public String json() {
        return JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new TreeMap<>(Map.of(
                                "format", FORMAT,
                                "version", VERSION,
                                "ledger", ledgerId,
                                "created", created.toString())))
                + "\n";
    }

    /** Reads the marker of a folder that has one. */
    public static LedgerMarker read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        JsonNode json = parsed(Files.readString(file, UTF_8));
        if (json == null || !json.isObject() || !json.path("format").isString()) {
            throw unreadable(file);
        }
        if (!FORMAT.equals(json.path("format").stringValue())) {
            throw new StoreRefused(
                    Code.FOREIGN,
                    folder,
                    "The folder " + folder + " belongs to something else: its " + NAME + " names the format '"
                            + json.path("format").stringValue() + "'.");
        }
        if (json.path("version").asInt(0) > VERSION) {
            throw new StoreRefused(
                    Code.NEWER,
                    folder,
                    "The ledger in " + folder + " has format version "
                            + json.path("version").asInt(0) + ", and this program reads up to version " + VERSION
                            + ". Use the program that wrote it, or a later one.");
        }
        try {
            return valid(json, file);
        } catch (RuntimeException e) {
            throw unreadable(file);
        }
    }

    private static @Nullable JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static LedgerMarker valid(JsonNode json, Path file) {
        String ledger = json.path("ledger").stringValue();
        if (json.path("version").asInt(0) != VERSION || ledger == null || ledger.length() != ID_LENGTH) {
            throw unreadable(file);
        }
        return new LedgerMarker(ledger, Instant.parse(json.path("created").stringValue()));
    }

    private static StoreRefused unreadable(Path file) {
        return new StoreRefused(
                Code.DAMAGED,
                file,
                "The file " + file + " cannot be read as a ledger's marker. " + StoreRefused.RESTORE_ADVICE);
    }
}
