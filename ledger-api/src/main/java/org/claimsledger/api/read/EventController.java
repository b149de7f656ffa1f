package org.claimsledger.api.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.CallerFinder;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.copy.EventLine;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTags;
import org.claimsledger.projection.protection.RedactedLog;
import org.claimsledger.projection.protection.RedactedLog.VisibleEvent;
import org.claimsledger.projection.protection.RedactedLog.VisibleEvent.Redacted;
import org.claimsledger.projection.protection.RedactedLog.VisibleEvent.Unredacted;
import org.claimsledger.projection.protection.RedactedLog.VisibleEvent.Withheld;
import org.claimsledger.time.Rfc3339;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /events}: all events after a position, in order, as lines or as a stream that stays open. */
@RestController
final class EventController implements SmartLifecycle {

    static final String LINES = "application/x-ndjson";

    private static final String AFTER = "after";
    private static final int PAGE_SIZE = 1_000;
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);
    private static final int SILENT_POLLS_BEFORE_HEARTBEAT = 20;

    private final ReadAccess readAccess;
    private final CallerFinder callerFinder;
    private volatile boolean running = true;

    EventController(ReadAccess readAccess, CallerFinder callerFinder) {
        this.readAccess = readAccess;
        this.callerFinder = callerFinder;
    }

    /** The events up to the last one that the caller could read at the time of the request. */
    @GetMapping(
            value = "/api/v1/events",
            produces = {LINES, MediaType.ALL_VALUE})
    void lines(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long position = after(request);
        RedactedLog log = readAccess.readModelFor(request).log();
        long head = log.head();
        response.setContentType(LINES);
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16);
        while (position < head) {
            List<VisibleEvent> page = log.read(position, (int) Math.min(PAGE_SIZE, head - position));
            for (VisibleEvent event : page) {
                out.write(VisibleEventLine.bytes(event));
                out.write('\n');
            }
            position = page.getLast().position();
        }
        out.flush();
    }

    /**
     * Server-sent events, live. A client that lost its connection goes on by {@code Last-Event-ID}. The stream ends
     * when the client's token does.
     */
    @GetMapping(value = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void live(
            HttpServletRequest request,
            @RequestHeader(value = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        long position = lastEventId == null ? after(request) : position(lastEventId);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader("Cache-Control", "no-store");
        OutputStream out = response.getOutputStream();
        out.flush();
        Caller caller = Caller.of(request);
        RedactedLog log = readAccess.readModelFor(caller).log();
        int silence = 0;
        while (running && callerFinder.isStillAdmitted(caller)) {
            List<VisibleEvent> page = log.read(position, PAGE_SIZE);
            for (VisibleEvent event : page) {
                text(out, "id: " + event.position() + "\nevent: " + VisibleEventLine.type(event) + "\ndata: ");
                out.write(VisibleEventLine.bytes(event));
                text(out, "\n\n");
                position = event.position();
            }
            silence = page.isEmpty() && !log.awaitBeyond(position, POLL_TIMEOUT) ? silence + 1 : 0;
            if (silence == SILENT_POLLS_BEFORE_HEARTBEAT) {
                text(out, ": nothing new\n\n"); // fails if nobody listens any more
                silence = 0;
            }
            response.flushBuffer();
        }
    }

    /** The position that the one parameter of the call names. */
    static long after(HttpServletRequest request) {
        return position(
                Objects.requireNonNullElse(QueryParameters.of(request, AFTER).text(AFTER), "0"));
    }

    private static long position(String text) {
        try {
            long position = Long.parseLong(text.startsWith("@") ? text.substring(1) : text);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException refusedBelow) {
            // like every other text that is no position
        }
        throw Refused.because(RefusalCode.INVALID_PARAMETER, "after is the position of an event, or 0");
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void start() {
        running = true;
    }

    /** Streams end by themselves when the application stops, before the web server waits for open requests to end. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * An event that its caller may see, as one line without its end. A redacted event says so, and one that is withheld
     * says no more. A redacted event has the hash of the
     * stored event but no salt, and of the metadata only the actor and the request: the keys and digests of the body
     * would reveal it.
     */
    private static final class VisibleEventLine {

        private static final HexFormat HEX = HexFormat.of();

        private VisibleEventLine() {}

        static byte[] bytes(VisibleEvent event) {
            return switch (event) {
                case Unredacted(var stored) -> new EventLine(stored, false).bytes();
                case Redacted redacted -> bytes(redacted);
                case Withheld withheld -> bytes(withheld);
            };
        }

        /** The type of the event, in lower_snake_case. */
        static String type(VisibleEvent event) {
            return switch (event) {
                case Unredacted(var stored) -> EventCatalogue.snakeCaseName(stored.type());
                case Redacted redacted -> EventCatalogue.snakeCaseName(redacted.type());
                case Withheld withheld -> "withheld";
            };
        }

        private static byte[] bytes(Withheld event) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(200);
            text(
                    line,
                    "{\"position\":" + event.position() + ",\"type\":\"withheld\",\"recordedAt\":\""
                            + Rfc3339.format(event.recordedAt()) + "\",\"redacted\":true,\"hash\":\""
                            + HEX.formatHex(event.hash()) + "\"}");
            return line.toByteArray();
        }

        private static byte[] bytes(Redacted event) {
            Map<String, String> metadata = new TreeMap<>();
            metadata.put(EventTags.ACTOR, event.provenance().actor());
            metadata.put(EventTags.REQUEST, event.provenance().request());
            ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
            text(line, "{\"position\":" + event.position() + ",\"id\":");
            json(line, event.id());
            text(
                    line,
                    ",\"type\":\"" + EventCatalogue.snakeCaseName(event.type()) + "\",\"version\":" + event.version());
            text(line, ",\"recordedAt\":\"" + Rfc3339.format(event.recordedAt()) + "\",\"actor\":");
            json(line, event.provenance().actor());
            text(line, ",\"metadata\":");
            json(line, metadata);
            text(line, ",\"payload\":");
            line.writeBytes(EventJson.bytes(event.payload()));
            text(line, ",\"redacted\":true,\"hash\":\"" + HEX.formatHex(event.hash()) + "\"}");
            return line.toByteArray();
        }

        private static void json(ByteArrayOutputStream line, Object value) {
            line.writeBytes(EventJson.MAPPER.writeValueAsBytes(value));
        }

        private static void text(ByteArrayOutputStream line, String text) {
            line.writeBytes(text.getBytes(UTF_8));
        }
    }
}
