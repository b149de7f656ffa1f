package org.claimsledger.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stored form of every event, held against the approved files in {@code events/}. Stored events outlive code: where
 * one of these tests fails, the event needs a new version, and the file of the old one stays.
 */
class PinnedEventsTest {

    static Stream<LedgerEvent> full() {
        return EventExamples.full().stream();
    }

    static Stream<LedgerEvent> minimal() {
        return EventExamples.minimal().stream();
    }

    static Stream<LedgerEvent> proposed() {
        return EventExamples.proposed().stream();
    }

    static Stream<LedgerEvent> whenProtected() {
        return EventExamples.whenProtected().stream();
    }

    @ParameterizedTest
    @MethodSource("full")
    void anEventIsWrittenAndReadAsItWasApproved(LedgerEvent event) throws IOException {
        assertPinned(event, "");
    }

    @ParameterizedTest
    @MethodSource("minimal")
    void anEventOfNoMoreThanItNeedsIsWrittenAndReadAsItWasApproved(LedgerEvent event) throws IOException {
        assertPinned(event, ".minimal");
    }

    @ParameterizedTest
    @MethodSource("proposed")
    void whatWaitsForAnEditorIsWrittenAndReadAsItWasApproved(LedgerEvent event) throws IOException {
        assertPinned(event, ".proposed");
    }

    @ParameterizedTest
    @MethodSource("whenProtected")
    void whatIsProtectedIsWrittenAndReadAsItWasApproved(LedgerEvent event) throws IOException {
        assertPinned(event, ".protected");
    }

    static Stream<LedgerEvent> withLaterFields() {
        return EventExamples.withLaterFields().stream();
    }

    @ParameterizedTest
    @MethodSource("withLaterFields")
    void theFieldsThatCameLaterAreWrittenAndReadAsTheyWereApproved(LedgerEvent event) throws IOException {
        assertPinned(event, ".later");
    }

    @Test
    void everyEventHasItsExamples() {
        Set<String> events = new TreeSet<>();
        EventCatalogue.events().forEach(event -> events.add(EventCatalogue.nameOf(event)));

        assertThat(names(full())).containsExactlyInAnyOrderElementsOf(events);
        assertThat(names(minimal())).containsExactlyInAnyOrderElementsOf(events);
    }

    private static List<String> names(Stream<LedgerEvent> events) {
        return events.map(event -> EventCatalogue.nameOf(event.getClass())).toList();
    }

    @ParameterizedTest
    @MethodSource("full")
    void everyFieldOfTheFullExamplesIsFilled(LedgerEvent event) throws ReflectiveOperationException {
        for (var component : event.getClass().getRecordComponents()) {
            Object filled = component.getAccessor().invoke(event);
            for (LedgerEvent later : EventExamples.withLaterFields()) {
                if (filled == null && later.getClass() == event.getClass()) {
                    filled = component.getAccessor().invoke(later);
                }
            }
            assertThat(filled).as(component.getName()).isNotNull();
        }
    }

    @Test
    void aFieldThatNoEventHasIsNotSkipped() {
        byte[] later = "{\"claim\":\"c1\",\"rank\":\"normal\",\"weight\":1}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EventJson.event("ClaimRanked", later)).hasMessageContaining("weight");
    }

    @Test
    void anEventThatNobodyKnowsIsNotSkipped() {
        assertThatThrownBy(() -> EventJson.event("ClaimForgotten", new byte[0])).hasMessageContaining("ClaimForgotten");
    }

    private static void assertPinned(LedgerEvent event, String variant) throws IOException {
        String name = EventCatalogue.nameOf(event.getClass());
        byte[] approved = approved(EventCatalogue.snakeCaseName(name) + variant + ".json");

        assertThat(new String(EventJson.bytes(event), StandardCharsets.UTF_8))
                .isEqualTo(new String(approved, StandardCharsets.UTF_8));
        assertThat(EventJson.bytes(event)).isEqualTo(approved);
        assertThat(EventJson.event(name, approved)).isEqualTo(event);
        assertThat(new JsonCanonicalizer(approved).getEncodedUTF8()).isEqualTo(approved);
    }

    private static byte[] approved(String file) throws IOException {
        try (InputStream in = PinnedEventsTest.class.getResourceAsStream("/events/" + file)) {
            assertThat(in).as("the approved file events/%s", file).isNotNull();
            return in.readAllBytes();
        }
    }
}
