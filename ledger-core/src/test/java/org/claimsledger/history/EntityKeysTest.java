package org.claimsledger.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.EventCatalogue;
import org.claimsledger.event.EventExamples;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.history.EntityKeys.EntityKind;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SubjectId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntityKeysTest {

    static Stream<LedgerEvent> examples() {
        return Stream.concat(EventExamples.full().stream(), EventExamples.minimal().stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theKeysReadFromThePayloadAreTheEntitiesWhoseEventItIs(LedgerEvent event) {
        assertThat(EntityKeys.of(EventCatalogue.nameOf(event.getClass()), EventJson.bytes(event)))
                .isEqualTo(keysOf(event));
    }

    private static EntityKeys keysOf(LedgerEvent event) {
        return switch (event) {
            case SourceEvent it ->
                new EntityKeys(EntityKind.SOURCE, List.of(it.source().value()));
            case SubjectEvent it ->
                new EntityKeys(
                        EntityKind.SUBJECT,
                        it.subjects().stream().map(SubjectId::value).toList());
            case PredicateEvent it ->
                new EntityKeys(
                        EntityKind.PREDICATE, List.of(it.predicate().key().value()));
            case ClaimEvent it ->
                new EntityKeys(
                        EntityKind.CLAIM,
                        it.claims().stream().map(ClaimId::value).toList());
        };
    }
}
