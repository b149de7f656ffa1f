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

/** The acknowledgements that clients received, kept outside the process that gave them. */
public final class Acknowledgements {

    private static final Pattern TOKEN = Pattern.compile(RequestGenerator.TOKEN + "[0-9a-z]+-[0-9]+");

    /** The acknowledgement of one thing; it has a time only if the answer has one. */
    private record Acknowledgement(long position, String recordedAt) {}

    /** The place in the log at which something was found. */
    private record LoggedToken(long position, Instant recordedAt) {}

    private final Map<String, Acknowledgement> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Long> loggedBefore = new HashMap<>();

    /** A thing that was acknowledged before must have had the same answer. */
    public void add(String token, long position, String recordedAt) {
        Acknowledgement before = acknowledged.putIfAbsent(token, new Acknowledgement(position, recordedAt));
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
        return acknowledged.size();
    }

    /** Each thing is there at most once, where it was acknowledged, and where it was seen at an earlier start. */
    public void requireIn(EventLog log) {
        var loggedToken = new HashMap<String, LoggedToken>();
        long position = 0;
        Instant time = Instant.MIN;
        for (var page = log.read(0, 1000); !page.isEmpty(); page = log.read(position, 1000)) {
            for (StoredEvent event : page) {
                require(event.position() == position + 1, "there is a gap after position " + position);
                require(event.recordedAt().isAfter(time), "the time does not rise at position " + event.position());
                position = event.position();
                time = event.recordedAt();
                find(event, loggedToken);
            }
        }
        require(position == log.head(), "the head is " + log.head() + ", the last event " + position);
        acknowledged.forEach((token, it) -> {
            LoggedToken event = loggedToken.get(token);
            require(event != null, token + " was acknowledged at " + it.position() + " and is lost");
            require(
                    event.position() == it.position(),
                    token + " was acknowledged at " + it.position() + ", not at " + event.position());
            require(
                    it.recordedAt().isEmpty() || Instant.parse(it.recordedAt()).equals(event.recordedAt()),
                    token + " was acknowledged with another time");
        });
        loggedBefore.forEach((token, at) -> {
            LoggedToken event = loggedToken.get(token);
            require(event != null && event.position() == at, token + " was seen at " + at + " before");
        });
        loggedToken.forEach((token, event) -> loggedBefore.put(token, event.position()));
    }

    /** Nothing is there that was not acknowledged. */
    public void requireNothingElseIn(EventLog log) {
        requireIn(log);
        loggedBefore.forEach((token, at) ->
                require(acknowledged.containsKey(token), token + " is there at " + at + ", and nobody knows"));
    }

    private static void find(StoredEvent event, Map<String, LoggedToken> loggedToken) {
        Matcher matcher = TOKEN.matcher(
                new String(event.payload(), UTF_8).replaceAll("\"(claim|subject|source)\":\"[^\"]*\"", ""));
        while (matcher.find()) {
            LoggedToken other = loggedToken.put(matcher.group(), new LoggedToken(event.position(), event.recordedAt()));
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
