package org.claimsledger.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.SourceDetails.SourceKind;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.Value;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored JSON is canonical (RFC 8785), compared with another implementation. */
class CanonicalJsonTest {

    private static final int EVENTS = 4_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_260_901})
    void anyEventIsWrittenInCanonicalFormAndReadAsItWas(long seed) throws IOException {
        RandomEvents events = new RandomEvents(seed);
        Set<Class<?>> seen = new HashSet<>();
        for (int i = 0; i < EVENTS; i++) {
            LedgerEvent event = events.next();
            byte[] bytes = EventJson.bytes(event);

            assertThat(new JsonCanonicalizer(bytes).getEncodedUTF8())
                    .as("%s", event)
                    .isEqualTo(bytes);
            assertThat(EventJson.event(EventCatalogue.nameOf(event.getClass()), bytes))
                    .isEqualTo(event);
            seen.add(event.getClass());
        }
        assertThat(seen).hasSameSizeAs(EventCatalogue.events());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "0.1, 0.1",
        "0.10, 0.1",
        "1e-7, 1e-7",
        "0.000001, 0.000001",
        "1e20, 100000000000000000000",
        "123456789012345, 123456789012345",
        "-123456789012345, -123456789012345",
        "-5.50, -5.5",
        "12345678901234.5, 12345678901234.5",
        "123456789012345e-20, 0.00000123456789012345"
    })
    void aNumberIsWrittenTheShortestWay(String given, String written) {
        String json = "{\"quantity\":{\"amount\":" + given + "}}";

        assertThat(EventJson.MAPPER.writeValueAsString(EventJson.MAPPER.readValue(json, Value.class)))
                .isEqualTo("{\"quantity\":{\"amount\":" + written + "}}");
    }

    static Stream<Class<? extends Enum<?>>> enumerations() {
        return Stream.of(
                SourceKind.class,
                NoticeType.class,
                Lineage.Relation.class,
                SubjectKind.class,
                Tense.class,
                Stance.class,
                Modality.class,
                RevisionKind.class,
                Rank.class,
                Verdict.class,
                ClaimRelation.class,
                ReasonCode.class,
                Value.Kind.class);
    }

    @ParameterizedTest
    @MethodSource("enumerations")
    void enumerationsAreSpelledInSmallLettersWithUnderscores(Class<? extends Enum<?>> type) {
        for (Enum<?> constant : type.getEnumConstants()) {
            String json = '"' + constant.name().toLowerCase(Locale.ROOT) + '"';

            assertThat(EventJson.MAPPER.writeValueAsString(constant)).isEqualTo(json);
            assertThat((Object) EventJson.MAPPER.readValue(json, type)).isEqualTo(constant);
        }
    }

    @Test
    void reliabilityIsItsCapitalLetter() {
        for (Reliability reliability : Reliability.values()) {
            String json = '"' + reliability.name() + '"';

            assertThat(EventJson.MAPPER.writeValueAsString(reliability)).isEqualTo(json);
            assertThat(EventJson.MAPPER.readValue(json, Reliability.class)).isEqualTo(reliability);
        }
    }

    @Test
    void absentListsAreReadAsEmptyOnes() {
        byte[] retracted = "{\"claim\":\"c1\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(EventJson.event("ClaimRetracted", retracted))
                .hasFieldOrPropertyWithValue("reasons", List.of())
                .satisfies(event -> assertThat(EventJson.bytes(event)).isEqualTo(retracted));
    }

    @Test
    void theSameEventHasTheSameBytesInEveryOrderOfItsFields() {
        byte[] shuffled =
                "{ \"reason\": \"r\", \"rank\": \"normal\", \"claim\": \"c1\" }".getBytes(StandardCharsets.UTF_8);

        byte[] canonical = EventJson.bytes(EventJson.event("ClaimRanked", shuffled));

        assertThat(new String(canonical, StandardCharsets.UTF_8))
                .isEqualTo("{\"claim\":\"c1\",\"rank\":\"normal\",\"reason\":\"r\"}");
        assertThat(Arrays.equals(canonical, shuffled)).isFalse();
    }
}
