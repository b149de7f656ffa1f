package org.claimsledger.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;

/** What clients were told, kept outside of the process that told it. */
public final class Acknowledgements {

    private static final Pattern TOKEN = Pattern.compile(Requests.TOKEN + "[0-9a-z]+-[0-9]+");

    /** What a client was told of one thing; the time only where the answer has one. */
    private record Told(long position, String recordedAt) {}

    /** Where something was found in the log. */
    private record Found(long position, Instant recordedAt) {}

    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final Map<String, Long> seen = new HashMap<>();

    /** Where the same thing was acknowledged before, it must have been with the same answer. */
    public void add(String token, long position, String recordedAt) {
        Told before = told.putIfAbsent(token, new Told(position, recordedAt));
        if (before != null
                && (before.position() != position
                        || !before.recordedAt().isEmpty()
                                && !recordedAt.isEmpty()
                                && !before.recordedAt().equals(recordedAt))) {
            throw new AssertionError(
                    token + " was acknowledged at " + before + ", and then at " + position + ", " + recordedAt);
        }
    }

    public int size() {
        return told.size();
    }

    /** Each thing is there at most once, where it was acknowledged, and where it was seen at an earlier start. */
    public void requireIn(EventLog log) {
        var found = new HashMap<String, Found>();
        long position = 0;
        Instant time = Instant.MIN;
        for (var page = log.read(0, 1000); !page.isEmpty(); page = log.read(position, 1000)) {
            for (StoredEvent event : page) {
                require(event.position() == position + 1, "there is a gap after position " + position);
                require(event.recordedAt().isAfter(time), "the time does not rise at position " + event.position());
                position = event.position();
                time = event.recordedAt();
                find(event, found);
            }
        }
        require(position == log.head(), "the head is " + log.head() + ", the last event " + position);
        told.forEach((token, it) -> {
            Found event = found.get(token);
            require(event != null, token + " was acknowledged at " + it.position() + " and is lost");
            require(
                    event.position() == it.position(),
                    token + " was acknowledged at " + it.position() + ", not at " + event.position());
            require(
                    it.recordedAt().isEmpty() || Instant.parse(it.recordedAt()).equals(event.recordedAt()),
                    token + " was acknowledged with another time");
        });
        seen.forEach((token, at) -> {
            Found event = found.get(token);
            require(event != null && event.position() == at, token + " was seen at " + at + " before");
        });
        found.forEach((token, event) -> seen.put(token, event.position()));
    }

    /** And nothing is there that nobody was told of. */
    public void requireNoOthersIn(EventLog log) {
        requireIn(log);
        seen.forEach(
                (token, at) -> require(told.containsKey(token), token + " is there at " + at + ", and nobody knows"));
    }

    private static void find(StoredEvent event, Map<String, Found> found) {
        Matcher matcher = TOKEN.matcher(
                new String(event.payload(), UTF_8).replaceAll("\"(claim|subject|source)\":\"[^\"]*\"", ""));
        while (matcher.find()) {
            Found other = found.put(matcher.group(), new Found(event.position(), event.recordedAt()));
            require(
                    other == null || other.position() == event.position(),
                    matcher.group() + " is doubled, at position " + event.position());
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
