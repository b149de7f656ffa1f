package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.claimsledger.event.Basis;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRanked;
import org.claimsledger.event.ClaimEvent.ClaimReinstated;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.ClaimEvent.ClaimRevised;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.ClaimEvent.EvidenceAttached;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.ContentChanges;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Notice;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.Publisher;
import org.claimsledger.event.Rank;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceDetails.SourceKind;
import org.claimsledger.event.SourceEvent.SourceAmended;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.event.SubjectDetails.SubjectName;
import org.claimsledger.event.SubjectEvent.SubjectNamed;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.event.SubjectEvent.SubjectsMerged;
import org.claimsledger.event.SubjectEvent.SubjectsSplit;
import org.claimsledger.event.Testimony;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.event.Verdict;
import org.claimsledger.projection.audit.AuditTrail.HistoryItem;
import org.claimsledger.projection.audit.FieldChange;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Url;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A history says of each event who made the change, why and on what basis, and which fields it changed. */
class AuditTrailTest {

    private static final ClaimId CLAIM = new ClaimId("sentence");
    private static final ClaimId OTHER = new ClaimId("acquittal");
    private static final SourceId RFERL = new SourceId("rferl");
    private static final SubjectId KEPT = new SubjectId("aliev");
    private static final SubjectId SPELLING = new SubjectId("aliyev");
    private static final PredicateKey SENTENCED = new PredicateKey("sentenced");
    private static final Testimony TESTIMONY =
            new Testimony(RFERL, Stance.SUPPORTS, Modality.ASSERTED, List.of(), null, null, null);

    @TempDir
    Path folder;

    @Test
    void anAssertionShowsAllFieldsOfTheClaimAsAdded() throws Exception {
        assertThat(claimAfter(asserted()))
                .containsExactly(
                        "/subject null -> \"aliev\"",
                        "/predicate null -> \"sentenced\"",
                        "/value null -> {\"term\":\"life\"}",
                        "/qualifiers/case null -> \"coup\"",
                        "/valid null -> \"2008/..\"",
                        "/validAsStated null -> \"18 years ago\"",
                        "/statement null -> \"Life.\"",
                        "/evidence/e1 null ->"
                                + " {\"modality\":\"asserted\",\"source\":\"rferl\",\"stance\":\"supports\"}",
                        "/status null -> \"supported\"",
                        "/origins/disputing null -> 0",
                        "/origins/supporting null -> 1",
                        "/evidence/e1/live null -> true",
                        "/evidence/e1/origin null -> \"rferl\"",
                        "/evidence/e1/speaksFor null -> \"this\"");
    }

    @Test
    void evidenceShowsUnderItsNameAndItsWithdrawalAsAFlag() throws Exception {
        assertThat(claimAfter(asserted(), new EvidenceAttached(CLAIM, new EvidenceId("e2"), TESTIMONY)))
                .containsExactly(
                        "/evidence/e2 null ->"
                                + " {\"modality\":\"asserted\",\"source\":\"rferl\",\"stance\":\"supports\"}",
                        "/evidence/e2/live null -> true",
                        "/evidence/e2/origin null -> \"rferl\"",
                        "/evidence/e2/speaksFor null -> \"this\"");
        assertThat(claimAfter(asserted(), new EvidenceWithdrawn(CLAIM, new EvidenceId("e1"), null, List.of(), null)))
                .containsExactly(
                        "/evidence/e1/withdrawn false -> true",
                        "/status \"supported\" -> \"unsupported\"",
                        "/origins/supporting 1 -> 0",
                        "/evidence/e1/live true -> false");
    }

    @Test
    void aRevisionShowsTheFieldsThatItChangedAndTheRankAndVerdictThatItCleared() throws Exception {
        TreeMap<QualifierKey, Qualifier> qualifiers = new TreeMap<>();
        qualifiers.put(new QualifierKey("court"), new Qualifier.Text("Almaty"));
        ContentChanges changes = new ContentChanges(
                new Value.Unknown(), qualifiers, Edtf.parse("2008"), null, null, List.of("validAsStated"));
        assertThat(claimAfter(
                        asserted(),
                        new ClaimRanked(CLAIM, Rank.PREFERRED, null),
                        new ClaimAssessed(CLAIM, Verdict.VERIFIED, null),
                        new ClaimRevised(CLAIM, RevisionKind.CORRECTION, changes, null, null)))
                .containsExactly(
                        "/value {\"term\":\"life\"} -> {\"unknown\":true}",
                        "/qualifiers/case \"coup\" -> null",
                        "/qualifiers/court null -> \"Almaty\"",
                        "/valid \"2008/..\" -> \"2008\"",
                        "/validAsStated \"18 years ago\" -> null",
                        "/rank \"preferred\" -> \"normal\"",
                        "/verdict \"verified\" -> null");
    }

    @Test
    void aRetractionShowsItsReasonsAndAReinstatementTakesItAway() throws Exception {
        ClaimRetracted retracted = new ClaimRetracted(
                CLAIM, List.of(ReasonCode.FABRICATED), new Basis(RFERL), "The ruling does not exist.");
        String retraction = "{\"basis\":{\"source\":\"rferl\"},\"note\":\"The ruling does not exist.\","
                + "\"reasons\":[\"fabricated\"]}";
        assertThat(claimAfter(asserted(), retracted))
                .containsExactly("/retraction null -> " + retraction, "/status \"supported\" -> \"retracted\"");
        assertThat(claimAfter(asserted(), retracted, new ClaimReinstated(CLAIM, List.of(), null, null)))
                .containsExactly("/retraction " + retraction + " -> null", "/status \"retracted\" -> \"supported\"");
    }

    @Test
    void anItemSaysWhoMadeTheChangeAndWhy() throws Exception {
        ClaimRetracted retracted =
                new ClaimRetracted(CLAIM, List.of(ReasonCode.FABRICATED), new Basis(RFERL), "There is no ruling.");
        HistoryItem item = history(
                        it -> it.asRecorded().audit().ofClaim(CLAIM, 2, 0, 9).items(), asserted(), retracted)
                .getLast();
        assertThat(item.type()).isEqualTo("claim_retracted");
        assertThat(item.actor()).isEqualTo("editor");
        assertThat(item.request()).isEqualTo("request-2");
        assertThat(item.reason()).isEqualTo("There is no ruling.");
        assertThat(item.reasons()).containsExactly(ReasonCode.FABRICATED);
        assertThat(item.basis()).isEqualTo(RFERL);
        assertThat(item.event()).isEqualTo(retracted);
    }

    @Test
    void aRelationIsInTheHistoryOfBothClaims() throws Exception {
        ClaimAsserted other = new ClaimAsserted(OTHER, asserted().content(), new EvidenceId("e1"), TESTIMONY);
        ClaimsRelated related = new ClaimsRelated(CLAIM, ClaimRelation.CONTRADICTS, OTHER, "One of them is wrong.");
        String shown = "/relations/0 null -> {\"claim\":\"sentence\",\"other\":\"acquittal\","
                + "\"reason\":\"One of them is wrong.\",\"relation\":\"contradicts\"}";
        assertThat(claimAfter(asserted(), other, related)).containsExactly(shown);
        assertThat(last(it -> it.asRecorded().audit().ofClaim(OTHER, 3, 0, 9).items(), asserted(), other, related))
                .containsExactly(shown);
    }

    @Test
    void aSourceShowsItsDetailsAndTheNoticesOfItsPublisher() throws Exception {
        SourceRegistered registered = new SourceRegistered(RFERL, details("Life for Aliev", null));
        SourceAmended amended = new SourceAmended(
                RFERL,
                details(null, new Url("https://example.org/1")),
                List.of("publisher"),
                null,
                "The link was missing.");
        SourceNoticed noticed = new SourceNoticed(
                RFERL, new Notice(NoticeType.RETRACTION, null, null, List.of(), List.of(), "We regret."));
        assertThat(source(registered))
                .containsExactly(
                        "/kind null -> \"news_report\"",
                        "/publisher null -> \"RFE/RL\"",
                        "/title null -> \"Life for Aliev\"");
        assertThat(source(registered, amended))
                .containsExactly("/publisher \"RFE/RL\" -> null", "/url null -> \"https://example.org/1\"");
        assertThat(source(registered, noticed))
                .containsExactly("/notices/0 null -> {\"note\":\"We regret.\",\"type\":\"retraction\"}");
    }

    @Test
    void aSubjectShowsItsNamesAndAMergeOnBothSides() throws Exception {
        SubjectRegistered kept = new SubjectRegistered(KEPT, person("Rakhat Aliev"));
        SubjectRegistered spelling = new SubjectRegistered(SPELLING, person("R. Aliyev"));
        SubjectNamed named = new SubjectNamed(KEPT, new SubjectName("Әлиев", null, null));
        SubjectsMerged merged = new SubjectsMerged(KEPT, SPELLING, "Two spellings.");
        SubjectsSplit split = new SubjectsSplit(KEPT, SPELLING, "Two men.");
        assertThat(subject(KEPT, kept))
                .containsExactly(
                        "/kind null -> \"person\"", "/name null -> \"Rakhat Aliev\"", "/identified null -> true");
        assertThat(subject(KEPT, kept, named)).containsExactly("/names/0 null -> {\"name\":\"Әлиев\"}");
        assertThat(subject(KEPT, kept, spelling, merged)).containsExactly("/absorbed/aliyev null -> true");
        assertThat(subject(SPELLING, kept, spelling, merged)).containsExactly("/mergedInto null -> \"aliev\"");
        assertThat(subject(KEPT, kept, spelling, merged, split)).containsExactly("/absorbed/aliyev true -> null");
        assertThat(subject(SPELLING, kept, spelling, merged, split)).containsExactly("/mergedInto \"aliev\" -> null");
    }

    @Test
    void anUnknownClaimHasNoHistory() throws Exception {
        assertThat(history(it -> it.asRecorded().audit().ofClaim(OTHER, 1, 0, 9).items(), asserted()))
                .isEmpty();
    }

    @Test
    void theRetractionOfASourceIsInTheHistoryOfTheClaimThatItFelled() throws Exception {
        SourceRegistered registered = new SourceRegistered(RFERL, details("Life for Aliev", null));
        SourceNoticed noticed = new SourceNoticed(
                RFERL, new Notice(NoticeType.RETRACTION, null, null, List.of(), List.of(), "We regret."));
        assertThat(claimAfter(registered, asserted(), noticed))
                .containsExactly(
                        "/status \"supported\" -> \"unsupported\"",
                        "/origins/supporting 1 -> 0",
                        "/evidence/e1/live true -> false");
    }

    @Test
    void aNamingThatMakesTwoOriginsOneIsInTheHistoryOfTheClaim() throws Exception {
        SourceRegistered registered = new SourceRegistered(RFERL, details("Life for Aliev", null));
        SubjectRegistered agency = new SubjectRegistered(KEPT, person("Agency A"));
        SubjectNamed named = new SubjectNamed(KEPT, new SubjectName("RFE/RL", null, null));
        assertThat(claimAfter(registered, agency, asserted(), named))
                .containsExactly("/evidence/e1/origin \"RFE/RL\" -> \"Agency A\"");
    }

    @Test
    void anEventThatChangesNothingThatReadersSeeIsNotInTheHistoryOfTheClaim() throws Exception {
        SourceRegistered registered = new SourceRegistered(RFERL, details("Life for Aliev", null));
        SourceAmended amended =
                new SourceAmended(RFERL, details(null, new Url("https://example.org/1")), List.of(), null, null);
        assertThat(history(
                        it -> it.asRecorded()
                                .audit()
                                .ofClaim(CLAIM, it.applied(), 0, 9)
                                .items(),
                        registered,
                        asserted(),
                        amended))
                .hasSize(1);
    }

    private static ClaimAsserted asserted() {
        TreeMap<QualifierKey, Qualifier> qualifiers = new TreeMap<>();
        qualifiers.put(new QualifierKey("case"), new Qualifier.Text("coup"));
        ClaimContent claimContent = new ClaimContent(
                KEPT, SENTENCED, new Value.Term("life"), qualifiers, Edtf.parse("2008/.."), "18 years ago", "Life.");
        return new ClaimAsserted(CLAIM, claimContent, new EvidenceId("e1"), TESTIMONY);
    }

    private static SourceDetails details(String title, Url url) {
        return new SourceDetails(
                title == null ? null : SourceKind.NEWS_REPORT,
                title,
                title == null ? null : new Publisher.ByName("RFE/RL"),
                null,
                url,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static SubjectDetails person(String name) {
        return new SubjectDetails(SubjectKind.PERSON, name, List.of(), true, new TreeMap<>());
    }

    private List<String> claimAfter(LedgerEvent... events) throws Exception {
        return last(
                it -> it.asRecorded().audit().ofClaim(CLAIM, it.applied(), 0, 9).items(), events);
    }

    private List<String> source(LedgerEvent... events) throws Exception {
        return last(
                it -> it.asRecorded()
                        .audit()
                        .ofSource(RFERL, it.applied(), 0, 9)
                        .items(),
                events);
    }

    private List<String> subject(SubjectId id, LedgerEvent... events) throws Exception {
        return last(
                it -> it.asRecorded().audit().ofSubject(id, it.applied(), 0, 9).items(), events);
    }

    private List<String> last(Function<ReadModels, List<HistoryItem>> items, LedgerEvent... events) throws Exception {
        List<String> changes = new ArrayList<>();
        for (FieldChange fieldChange : history(items, events).getLast().changes()) {
            changes.add(fieldChange.path() + " " + json(fieldChange.before()) + " -> " + json(fieldChange.after()));
        }
        return changes;
    }

    private static @Nullable JsonNode json(@Nullable Object value) {
        return value == null ? null : EventJson.tree(value);
    }

    private List<HistoryItem> history(Function<ReadModels, List<HistoryItem>> items, LedgerEvent... events)
            throws Exception {
        MemoryLog log = new MemoryLog("by hand, number " + System.nanoTime());
        for (LedgerEvent event : events) {
            log.append("editor", event);
        }
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            return items.apply(readModels);
        }
    }
}
