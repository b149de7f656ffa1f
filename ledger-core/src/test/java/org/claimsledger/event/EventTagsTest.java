package org.claimsledger.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.Url;
import org.junit.jupiter.api.Test;

class EventTagsTest {

    private static final String CLAIM = "claim:otembaev-sentence";
    private static final String SUBJECT = "subject:erzhan-otembaev";
    private static final String OTHER_SUBJECT = "subject:otembayev";
    private static final String SOURCE = "source:rferl-2024-02";
    private static final String CITES = "cites:rferl-2024-02";
    private static final String CITES_OTHER = "cites:afp-2024-02";
    private static final String CONTENT = "content:e3b0c44298fc1c149afbf4c8996fb92427ae";
    private static final String URL = url("https://example.org/2024/02?id=7");
    private static final String OLD_URL = url("http://example.org/old");

    @Test
    void tagsNameWhatAnEventChangesAndWhatItTouches() {
        assertThat(tagsOfExamples())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(
                                "SourceRegistered",
                                Set.of(SOURCE, URL, CITES_OTHER, CONTENT, name("RFE/RL"), name("Interfax"))),
                        Map.entry(
                                "SourceAmended",
                                Set.of(SOURCE, URL, OLD_URL, CITES_OTHER, CONTENT, name("RFE/RL"), name("Interfax"))),
                        Map.entry("SourceNoticed", Set.of(SOURCE)),
                        Map.entry("SourceProtected", Set.of(SOURCE)),
                        Map.entry("SourceDisclosed", Set.of(SOURCE)),
                        Map.entry(
                                "SubjectRegistered",
                                Set.of(SUBJECT, name("Erzhan Otembaev"), name("Ержан Отембаев"), name("Otembayev"))),
                        Map.entry("SubjectNamed", Set.of(SUBJECT, CITES, name("Өтембаев"))),
                        Map.entry("SubjectsMerged", Set.of(SUBJECT, OTHER_SUBJECT)),
                        Map.entry("SubjectsCompared", Set.of(SUBJECT, OTHER_SUBJECT)),
                        Map.entry("SubjectsSplit", Set.of(SUBJECT, OTHER_SUBJECT)),
                        Map.entry("PredicateDefined", Set.of("predicate:sentenced")),
                        Map.entry(
                                "ClaimAsserted",
                                Set.of(
                                        CLAIM,
                                        "about:erzhan-otembaev",
                                        "about:otembayev",
                                        CITES,
                                        CITES_OTHER,
                                        name("Kazakh court"))),
                        Map.entry(
                                "EvidenceAttached",
                                Set.of(CLAIM, "about:otembayev", CITES, CITES_OTHER, name("Kazakh court"))),
                        Map.entry("EvidenceWithdrawn", Set.of(CLAIM, CITES_OTHER)),
                        Map.entry("ClaimReviewed", Set.of(CLAIM)),
                        Map.entry("ClaimRevised", Set.of(CLAIM, CITES_OTHER)),
                        Map.entry("ClaimRetracted", Set.of(CLAIM, CITES_OTHER)),
                        Map.entry("ClaimReinstated", Set.of(CLAIM, CITES_OTHER)),
                        Map.entry("ClaimRanked", Set.of(CLAIM)),
                        Map.entry("ClaimAssessed", Set.of(CLAIM)),
                        Map.entry("NoticeWithdrawn", Set.of(SOURCE)),
                        Map.entry("NameWithdrawn", Set.of(SUBJECT, name("Өтембаев"))),
                        Map.entry("RelationWithdrawn", Set.of(CLAIM, "claim:otembaev-term")),
                        Map.entry("DefinitionWithdrawn", Set.of("predicate:sentenced")),
                        Map.entry("PolicyAdopted", Set.of("policy:answers")),
                        Map.entry("SubjectProtected", Set.of(SUBJECT)),
                        Map.entry("SubjectDisclosed", Set.of(SUBJECT)),
                        Map.entry("ClaimsRelated", Set.of(CLAIM, "claim:otembaev-term"))));
    }

    private static Map<String, Set<String>> tagsOfExamples() {
        return EventExamples.full().stream()
                .collect(Collectors.toMap(
                        event -> EventCatalogue.nameOf(event.getClass()), event -> spelled(event, Map.of())));
    }

    @Test
    void subjectsThatPublishQualifyAttestOrAssessAreNamed() {
        assertThat(EventExamples.withLaterFields().stream()
                        .filter(event -> !(event instanceof SubjectEvent))
                        .collect(Collectors.toMap(
                                event -> EventCatalogue.nameOf(event.getClass()), event -> spelled(event, Map.of()))))
                .containsAllEntriesOf(Map.of(
                        "SourceRegistered", Set.of(SOURCE, "about:city-court"),
                        "ClaimAsserted",
                                Set.of(CLAIM, "about:erzhan-otembaev", "about:coup-case", "about:city-court", CITES),
                        "ClaimRevised", Set.of(CLAIM, "about:coup-case"),
                        "ClaimAssessed", Set.of(CLAIM, "about:otembayev", CITES_OTHER)));
    }

    @Test
    void aMinimalEventIsFoundUnderWhatItChanges() {
        for (LedgerEvent event : EventExamples.minimal()) {
            assertThat(EventTags.of(event, Map.of())).isNotEmpty();
        }
    }

    @Test
    void theKeysInTheMetadataAreTagsOfTheEventToo() {
        LedgerEvent event = EventExamples.minimal().getLast();
        Set<EventTag> own = event.tags();

        assertThat(EventTags.of(event, Map.of("actor", "ann", "request", "r1"))).isEqualTo(own);
        assertThat(EventTags.of(event, Map.of("actor", "ann", "importKey", "line 7")))
                .containsAll(own)
                .contains(EventTag.importLine("line 7"))
                .hasSize(own.size() + 1);
        assertThat(EventTags.of(event, Map.of("actor", "ann", "idempotencyKey", "k")))
                .containsAll(own)
                .contains(EventTag.request("ann", "k"))
                .hasSize(own.size() + 1);
    }

    @Test
    void keysOfDifferentActorsAndLinesAreDifferent() {
        assertThat(Set.of(
                        EventTag.request("ann", "k"),
                        EventTag.request("bob", "k"),
                        EventTag.request("ann", "l"),
                        EventTag.importLine("k"),
                        EventTag.importLine("ann\nk"),
                        EventTag.claim(new ClaimId("kk"))))
                .hasSize(6);
    }

    private static Set<String> spelled(LedgerEvent event, Map<String, String> metadata) {
        return EventTags.of(event, metadata).stream()
                .map(EventTagsTest::spelled)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String url(String text) {
        return spelled(EventTag.sourceUrl(new Url(text)));
    }

    private static String name(String name) {
        return spelled(EventTag.name(name));
    }

    private static String spelled(EventTag eventTag) {
        return eventTag.key() + ":" + eventTag.value();
    }
}
