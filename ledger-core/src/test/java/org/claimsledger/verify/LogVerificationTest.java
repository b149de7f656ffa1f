package org.claimsledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.command.SubjectCommand.RegisterSubject;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.ledger.Request;
import org.claimsledger.store.ContentHash;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.SubjectId;
import org.claimsledger.verify.LogVerification.Fault;
import org.claimsledger.verify.LogVerification.KeptHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogVerificationTest {

    @TempDir
    Path folder;

    private Ledger ledger;

    @BeforeEach
    void aLedgerOfFiveEvents() {
        ledger = Ledger.open(folder, InstantSource.system());
        for (int i = 1; i <= 5; i++) {
            SubjectDetails details =
                    new SubjectDetails(SubjectKind.PLACE, "Place " + i, List.of(), true, new TreeMap<>());
            ledger.submit(Request.line(
                    "desk", "request", new RegisterSubject(new SubjectId("place-" + i), details), "line-" + i));
        }
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aLedgerAsItWasWrittenHolds() {
        List<Fault> faults = new ArrayList<>();

        assertThat(run(ledger.log(), null, faults).events()).isEqualTo(5);

        assertThat(faults).isEmpty();
    }

    @Test
    void aPayloadThatWasChangedDoesNotFitItsHash() {
        assertThat(faultsWhere(
                        event -> with(event, event.position(), event.recordedAt(), changed(event), event.hash())))
                .containsExactly(
                        new Fault(3, "its hash does not fit its content"),
                        new Fault(3, "is not found under its tag " + nameTag("Elsewhere")),
                        new Fault(3, "is found under the tag " + nameTag("Place 3") + ", which is not its own"));
    }

    @Test
    void aPayloadThatWasChangedTogetherWithItsHashIsNotWhatTheProgramWrites() {
        byte[] spaced =
                "{\"details\":{\"identified\":true,\"kind\":\"place\",\"name\":\"Place 3\"}, \"subject\":\"place-3\"}"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(faultsWhere(event -> with(
                        event,
                        event.position(),
                        event.recordedAt(),
                        spaced,
                        ContentHash.of(event.salt(), event.metadata(), spaced))))
                .containsExactly(new Fault(3, "its payload is not written as the program writes it"));
    }

    @Test
    void anEventOfAnotherSubjectIsNotFoundUnderItsTag() {
        byte[] other = new String(changed(null), StandardCharsets.UTF_8)
                .replace("place-3", "place-9")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(faultsWhere(event -> with(
                        event,
                        event.position(),
                        event.recordedAt(),
                        other,
                        ContentHash.of(event.salt(), event.metadata(), other))))
                .containsExactlyInAnyOrder(
                        new Fault(3, "is not found under its tag " + nameTag("Elsewhere")),
                        new Fault(3, "is not found under its tag subject:place-9"),
                        new Fault(3, "is found under the tag " + nameTag("Place 3") + ", which is not its own"),
                        new Fault(3, "is found under the tag subject:place-3, which is not its own"));
    }

    @Test
    void timesThatDoNotRiseAndPositionsThatAreMissingAreNamed() {
        assertThat(faultsWhere(event -> with(event, event.position(), Instant.EPOCH, event.payload(), event.hash())))
                .containsExactly(new Fault(3, "was not recorded after the event before it"));
        assertThat(faultsWhere(event -> null)).contains(new Fault(3, "is missing; the next event is at 4"));
    }

    @Test
    void aHashThatWasKeptIsHeldAgainstTheEventThere() {
        StoredEvent fourth = ledger.log().read(3, 1).getFirst();
        List<Fault> faults = new ArrayList<>();
        LogVerification.VerifiedLog verifiedLog = run(ledger.log(), new KeptHash(4, fourth.hash()), faults);
        assertThat(faults).isEmpty();
        assertThat(verifiedLog.hash())
                .isEqualTo(ledger.log().read(4, 1).getFirst().hash());

        run(ledger.log(), new KeptHash(3, fourth.hash()), faults);
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.what())
                .endsWith("and not the one that was kept"));
    }

    @Test
    void aLedgerThatWasPutBackLacksTheEventWhoseHashWasKept() {
        List<Fault> faults = new ArrayList<>();
        run(ledger.log(), new KeptHash(9, new byte[32]), faults);

        assertThat(faults)
                .containsExactly(new Fault(6, "the log ends here, and had an event at 9, whose hash was kept"));
    }

    private static String nameTag(String name) {
        EventTag tag = EventTag.name(name);
        return tag.key() + ":" + tag.value();
    }

    private static byte[] changed(StoredEvent ignored) {
        return "{\"details\":{\"identified\":true,\"kind\":\"place\",\"name\":\"Elsewhere\"},\"subject\":\"place-3\"}"
                .getBytes(StandardCharsets.UTF_8);
    }

    private static StoredEvent with(StoredEvent event, long position, Instant at, byte[] payload, byte[] hash) {
        return new StoredEvent(
                position, event.id(), event.type(), event.version(), at, event.metadata(), payload, event.salt(), hash);
    }

    /** The faults that are found if the third event is read differently than it was written, or cannot be read. */
    private List<Fault> faultsWhere(UnaryOperator<StoredEvent> tampering) {
        List<Fault> faults = new ArrayList<>();
        run(new Tampered(ledger.log(), tampering), null, faults);
        return faults;
    }

    private LogVerification.VerifiedLog run(EventLog log, KeptHash keptHash, List<Fault> faults) {
        return LogVerification.run(log, ledger.tagIndex(), keptHash, faults::add, position -> {});
    }

    /** A log whose third event was tampered with. */
    private record Tampered(EventLog log, UnaryOperator<StoredEvent> tampering) implements EventLog {

        @Override
        public List<StoredEvent> read(long after, int limit) {
            List<StoredEvent> events = new ArrayList<>();
            for (StoredEvent event : log.read(after, limit)) {
                StoredEvent read = event.position() == 3 ? tampering.apply(event) : event;
                if (read != null) {
                    events.add(read);
                }
            }
            return events;
        }

        @Override
        public long head() {
            return log.head();
        }

        @Override
        public boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
            return log.awaitBeyond(position, timeout);
        }

        @Override
        public long positionAt(Instant instant) {
            return log.positionAt(instant);
        }

        @Override
        public Optional<Instant> recordedAt(long position) {
            return log.recordedAt(position);
        }

        @Override
        public List<StoredEvent> readByTag(Tag tag, long after, long upTo) {
            return log.readByTag(tag, after, upTo);
        }

        @Override
        public long lastPosition(Tag tag) {
            return log.lastPosition(tag);
        }
    }
}
