package org.claimsledger.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.claimsledger.event.EventExamples;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.EventTag;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.history.EncodedEvent.PayloadTags;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadTagsTest {

    static Stream<LedgerEvent> examples() {
        return Stream.concat(EventExamples.full().stream(), EventExamples.minimal().stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theTagsReadFromThePayloadAreThoseOfWhatTheEventChanges(LedgerEvent event) {
        assertThat(PayloadTags.of(event.getClass(), EventJson.bytes(event)))
                .containsExactlyInAnyOrderElementsOf(
                        event.tags().stream().filter(EventTag::tellsWhatChanges).toList());
    }
}
