package org.claimsledger.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimEvent.ClaimAssessed;
import org.claimsledger.event.ClaimEvent.ClaimRanked;
import org.claimsledger.event.ClaimEvent.ClaimReinstated;
import org.claimsledger.event.ClaimEvent.ClaimRetracted;
import org.claimsledger.event.ClaimEvent.ClaimReviewed;
import org.claimsledger.event.ClaimEvent.ClaimRevised;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.ClaimEvent.EvidenceAttached;
import org.claimsledger.event.ClaimEvent.EvidenceWithdrawn;
import org.claimsledger.event.ClaimEvent.RelationWithdrawn;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.PolicyEvent.PolicyAdopted;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.event.PredicateEvent.DefinitionWithdrawn;
import org.claimsledger.event.PredicateEvent.PredicateDefined;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.SourceDetails.SourceKind;
import org.claimsledger.event.SourceEvent.NoticeWithdrawn;
import org.claimsledger.event.SourceEvent.SourceAmended;
import org.claimsledger.event.SourceEvent.SourceDisclosed;
import org.claimsledger.event.SourceEvent.SourceNoticed;
import org.claimsledger.event.SourceEvent.SourceProtected;
import org.claimsledger.event.SourceEvent.SourceRegistered;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.event.SubjectDetails.SubjectName;
import org.claimsledger.event.SubjectEvent.Judgement;
import org.claimsledger.event.SubjectEvent.NameWithdrawn;
import org.claimsledger.event.SubjectEvent.SubjectDisclosed;
import org.claimsledger.event.SubjectEvent.SubjectNamed;
import org.claimsledger.event.SubjectEvent.SubjectProtected;
import org.claimsledger.event.SubjectEvent.SubjectRegistered;
import org.claimsledger.event.SubjectEvent.SubjectsCompared;
import org.claimsledger.event.SubjectEvent.SubjectsMerged;
import org.claimsledger.event.SubjectEvent.SubjectsSplit;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Quote;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.source.SourceForm;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.Language;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.Quantity;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.Sha256;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TimeZoneName;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Url;
import org.claimsledger.value.Value;

/** One event of each type with every field filled, and one with no more than it needs. */
public final class EventExamples {

    private static final ClaimId CLAIM = new ClaimId("otembaev-sentence");
    private static final EvidenceId EVIDENCE = new EvidenceId("e1");
    private static final SourceId SOURCE = new SourceId("rferl-2024-02");
    private static final SourceId OTHER_SOURCE = new SourceId("afp-2024-02");
    private static final SubjectId SUBJECT = new SubjectId("erzhan-otembaev");
    private static final SubjectId OTHER_SUBJECT = new SubjectId("otembayev");
    private static final PredicateKey PREDICATE = new PredicateKey("sentenced");
    private static final Basis BASIS = new Basis(OTHER_SOURCE);
    private static final Value TWENTY_YEARS = new Value.Measured(
            new Quantity(Quantity.BoundKind.BETWEEN, new BigDecimal("19.5"), BigDecimal.valueOf(20), new Unit("a")));

    private EventExamples() {}

    /** With every field filled. */
    public static List<LedgerEvent> full() {
        SourceDetails details = new SourceDetails(
                SourceKind.NEWS_REPORT,
                "Приговор: «двадцать лет»",
                new Publisher.ByName("RFE/RL"),
                List.of("A. Writer", "Ә. Жазушы"),
                new Url("https://example.org/2024/02?id=7#top"),
                new Language("kk-Cyrl"),
                Edtf.parse("2024-02~"),
                Instant.parse("2024-03-01T12:00:00.123456Z"),
                new Sha256("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                Reliability.B,
                List.of(
                        new Lineage(Lineage.Relation.DERIVES_FROM, OTHER_SOURCE, null),
                        new Lineage(Lineage.Relation.REPUBLISHES, null, "Interfax")),
                "Captured twice.\nThe second one is kept.");
        Testimony testimony = new Testimony(
                SOURCE,
                Stance.SUPPORTS,
                Modality.ALLEGED,
                List.of(
                        new Attestor.ByName("Kazakh court"),
                        new Attestor.BySubject(OTHER_SUBJECT),
                        new Attestor.BySource(OTHER_SOURCE)),
                new Quote("приговорён к \"20\" годам \\ 20 years", "Отембаев ", ", сообщает\tсуд \uD83D\uDE00"),
                "paragraph 12",
                2);
        return List.of(
                new SourceRegistered(SOURCE, details),
                new SourceAmended(
                        SOURCE, details, List.of("note", "publisher"), new Url("http://example.org/old"), "It moved."),
                new SourceNoticed(
                        SOURCE,
                        new Notice(
                                NoticeType.EXPRESSION_OF_CONCERN,
                                new Url("https://example.org/notice"),
                                Edtf.parse("2024-05/.."),
                                List.of(ReasonCode.SOURCE_RETRACTED, ReasonCode.OTHER),
                                List.of(new EvidenceRef(CLAIM, EVIDENCE)),
                                "The editors doubt it.")),
                new NoticeWithdrawn(SOURCE, 2, "It was about another article."),
                new SourceProtected(SOURCE, "She could lose her work."),
                new SourceDisclosed(SOURCE, "The review is done."),
                new SubjectRegistered(
                        SUBJECT,
                        new SubjectDetails(
                                SubjectKind.PERSON,
                                "Erzhan Otembaev",
                                List.of("Ержан Отембаев", "Otembayev"),
                                true,
                                new TreeMap<>(Map.of("wikidata", "Q42", "viaf", "7", "isni/orcid", "1")))),
                new SubjectNamed(SUBJECT, new SubjectName("Өтембаев", new Language("kk"), SOURCE)),
                new SubjectProtected(SUBJECT, "Until the review is done."),
                new SubjectDisclosed(SUBJECT, "The review is done."),
                new NameWithdrawn(SUBJECT, "Өтембаев", "Another man's name."),
                new SubjectsMerged(SUBJECT, OTHER_SUBJECT, "The same date of birth."),
                new SubjectsSplit(SUBJECT, OTHER_SUBJECT, "Two men of one name."),
                new SubjectsCompared(SUBJECT, OTHER_SUBJECT, Judgement.NEGATIVE, "Born in two towns."),
                new PredicateDefined(new Predicate(
                        PREDICATE,
                        "was sentenced to",
                        List.of(Value.Kind.QUANTITY, Value.Kind.TERM),
                        new Unit("a"),
                        List.of(new VocabularyTerm("life"), new VocabularyTerm("death")),
                        new Cardinality.OnePer(List.of(new QualifierKey("case"), new QualifierKey("court"))),
                        Tense.HAPPENS)),
                new PolicyAdopted(3, "It reads denials."),
                new DefinitionWithdrawn(PREDICATE, "It is the word for another thing."),
                new ClaimAsserted(
                        CLAIM,
                        new ClaimContent(
                                SUBJECT,
                                PREDICATE,
                                TWENTY_YEARS,
                                new TreeMap<>(Map.of(
                                        new QualifierKey("court"),
                                        new Qualifier.Text("Almaty"),
                                        new QualifierKey("case"),
                                        new Qualifier.Text("sarsenbaiuly-murder"),
                                        new QualifierKey("дело"),
                                        new Qualifier.Text("№ 1"))),
                                Edtf.parse("2006~/.."),
                                "18 years ago",
                                "Otembaev was given 20 years for ordering the killing."),
                        EVIDENCE,
                        testimony),
                new EvidenceAttached(CLAIM, new EvidenceId("court-paper"), testimony),
                new ClaimReviewed(
                        CLAIM,
                        ReviewDecision.ACCEPTED,
                        List.of(EVIDENCE, new EvidenceId("court-paper")),
                        "Read against the ruling."),
                new EvidenceWithdrawn(
                        CLAIM, EVIDENCE, BASIS, List.of(ReasonCode.MISATTRIBUTED), "It was another court."),
                new ClaimRevised(
                        CLAIM,
                        RevisionKind.CORRECTION,
                        new ContentChanges(
                                new Value.Term("life"),
                                new TreeMap<>(Map.of(new QualifierKey("case"), new Qualifier.Text("coup"))),
                                Edtf.parse("2006~/2013"),
                                "until 2013",
                                "He was given life.",
                                List.of("validAsStated")),
                        BASIS,
                        "The ruling says so."),
                new ClaimRetracted(
                        CLAIM,
                        List.of(ReasonCode.RECORDED_IN_ERROR, ReasonCode.SUPERSEDED_BY_RULING),
                        BASIS,
                        "Annulled."),
                new ClaimReinstated(CLAIM, List.of(ReasonCode.LEGAL_ORDER), BASIS, "Annulled in turn."),
                new ClaimRanked(CLAIM, Rank.PREFERRED, "The court's own words."),
                new ClaimAssessed(CLAIM, Verdict.NOT_APPLICABLE, "An opinion."),
                new ClaimsRelated(CLAIM, ClaimRelation.SAME_AS, new ClaimId("otembaev-term"), "Filed twice."),
                new RelationWithdrawn(
                        CLAIM, ClaimRelation.SAME_AS, new ClaimId("otembaev-term"), "Not the same term."));
    }

    /** With no more than it needs. */
    public static List<LedgerEvent> minimal() {
        SourceDetails details = SourceForm.source("rferl-2024-02")
                .kind(SourceKind.OTHER)
                .title("A verdict")
                .details();
        Testimony testimony = new Testimony(SOURCE, Stance.DENIES, Modality.ASSERTED, List.of(), null, null, null);
        return List.of(
                new SourceRegistered(SOURCE, details),
                new SourceAmended(SOURCE, SourceForm.source("rferl-2024-02").details(), List.of("note"), null, null),
                new SourceNoticed(SOURCE, new Notice(NoticeType.REMOVAL, null, null, List.of(), List.of(), null)),
                new NoticeWithdrawn(SOURCE, 1, null),
                new SourceProtected(SOURCE, null),
                new SourceDisclosed(SOURCE, null),
                new SubjectRegistered(
                        SUBJECT, new SubjectDetails(SubjectKind.OTHER, "a clerk", List.of(), false, new TreeMap<>())),
                new SubjectNamed(SUBJECT, new SubjectName("Otembaev", null, null)),
                new SubjectProtected(SUBJECT, null),
                new SubjectDisclosed(SUBJECT, null),
                new NameWithdrawn(SUBJECT, "Otembaev", null),
                new SubjectsMerged(SUBJECT, OTHER_SUBJECT, null),
                new SubjectsSplit(SUBJECT, OTHER_SUBJECT, null),
                new SubjectsCompared(SUBJECT, OTHER_SUBJECT, Judgement.UNSURE, null),
                new PredicateDefined(new Predicate(
                        PREDICATE, "sentenced", List.of(), null, List.of(), new Cardinality.Many(), Tense.HOLDS)),
                new PolicyAdopted(2, null),
                new DefinitionWithdrawn(PREDICATE, null),
                new ClaimAsserted(
                        CLAIM,
                        new ClaimContent(SUBJECT, PREDICATE, new Value.Flag(false), new TreeMap<>(), null, null, null),
                        EVIDENCE,
                        testimony),
                new EvidenceAttached(CLAIM, EVIDENCE, testimony),
                new ClaimReviewed(CLAIM, ReviewDecision.REFUSED, List.of(EVIDENCE), null),
                new EvidenceWithdrawn(CLAIM, EVIDENCE, null, List.of(), null),
                new ClaimRevised(
                        CLAIM,
                        RevisionKind.UPDATE,
                        new ContentChanges(null, null, null, null, null, List.of("valid")),
                        null,
                        null),
                new ClaimRetracted(CLAIM, List.of(), null, null),
                new ClaimReinstated(CLAIM, List.of(), null, null),
                new ClaimRanked(CLAIM, Rank.NORMAL, null),
                new ClaimAssessed(CLAIM, Verdict.IN_PROGRESS, null),
                new ClaimsRelated(CLAIM, ClaimRelation.PART_OF, new ClaimId("otembaev-term"), null),
                new RelationWithdrawn(CLAIM, ClaimRelation.PART_OF, new ClaimId("otembaev-term"), null));
    }

    /** With the fields that came after the event, which are left out of all events that do not set them. */
    public static List<LedgerEvent> withLaterFields() {
        SubjectId court = new SubjectId("city-court");
        SubjectId caseId = new SubjectId("coup-case");
        SourceDetails details = SourceForm.source("rferl-2024-02")
                .kind(SourceKind.COURT_RECORD)
                .title("A verdict")
                .publishedBy("city-court")
                .details();
        Testimony testimony = new Testimony(
                SOURCE,
                Stance.SUPPORTS,
                Modality.RULED,
                List.of(new Attestor.BySubject(court), new Attestor.ByName("two officials", true)),
                null,
                null,
                null,
                Edtf.parse("2006-08-31"));
        ContentChanges changes = new ContentChanges(
                null,
                new TreeMap<>(Map.of(new QualifierKey("case"), new Qualifier.AnotherSubject(caseId))),
                null,
                null,
                null,
                Finality.FINAL,
                List.of());
        return List.of(
                new SourceRegistered(SOURCE, details),
                new SubjectRegistered(
                        SUBJECT,
                        new SubjectDetails(
                                SubjectKind.PLACE,
                                "Almaty",
                                List.of(),
                                true,
                                new TreeMap<>(),
                                OTHER_SUBJECT,
                                new TimeZoneName("Asia/Almaty"))),
                new PredicateDefined(new Predicate(
                        PREDICATE,
                        "killed",
                        List.of(Value.Kind.QUANTITY),
                        new Unit("{person}"),
                        List.of(new VocabularyTerm("homicide"), new VocabularyTerm("murder", "homicide")),
                        new Cardinality.One(),
                        Tense.HAPPENS,
                        true,
                        true,
                        false,
                        false)),
                new ClaimAsserted(
                        CLAIM,
                        new ClaimContent(
                                SUBJECT,
                                PREDICATE,
                                new Value.Flag(false),
                                new TreeMap<>(Map.of(
                                        new QualifierKey("case"),
                                        new Qualifier.AnotherSubject(caseId),
                                        new QualifierKey("court"),
                                        new Qualifier.Text("Almaty"))),
                                null,
                                null,
                                null,
                                Finality.NOT_FINAL),
                        EVIDENCE,
                        testimony),
                new ClaimRevised(CLAIM, RevisionKind.CORRECTION, changes, null, null),
                new ClaimAssessed(
                        CLAIM,
                        Verdict.FALSE,
                        "Read the ruling.",
                        BASIS,
                        new Attestor.BySubject(OTHER_SUBJECT),
                        Edtf.parse("2024-03")),
                new ClaimsRelated(CLAIM, ClaimRelation.ANNULS, new ClaimId("otembaev-term"), null));
    }

    /** With no more than it needs, but that it is protected. */
    public static List<LedgerEvent> whenProtected() {
        SourceDetails details = SourceForm.source("rferl-2024-02")
                .kind(SourceKind.INTERVIEW)
                .title("A verdict")
                .details();
        return List.of(
                new SourceRegistered(SOURCE, details, true),
                new SubjectRegistered(
                        SUBJECT,
                        new SubjectDetails(SubjectKind.PERSON, "a witness", List.of(), true, new TreeMap<>()),
                        true));
    }

    /** With no more than they need, waiting for an editor. */
    public static List<LedgerEvent> proposed() {
        Testimony testimony = new Testimony(SOURCE, Stance.DENIES, Modality.ASSERTED, List.of(), null, null, null);
        return List.of(
                new ClaimAsserted(
                        CLAIM,
                        new ClaimContent(SUBJECT, PREDICATE, new Value.Flag(false), new TreeMap<>(), null, null, null),
                        EVIDENCE,
                        testimony,
                        true),
                new EvidenceAttached(CLAIM, EVIDENCE, testimony, true));
    }
}
