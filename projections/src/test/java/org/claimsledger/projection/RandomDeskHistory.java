package org.claimsledger.projection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.ClaimDecider;
import org.claimsledger.command.ClaimCommand;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.command.PredicateCommand;
import org.claimsledger.command.SourceCommand;
import org.claimsledger.command.SubjectCommand;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Basis;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimEvent;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.ContentChanges;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.LedgerEvent;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.Notice;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.event.PredicateEvent;
import org.claimsledger.event.PredicateEvent.DefinitionWithdrawn;
import org.claimsledger.event.PredicateEvent.PredicateDefined;
import org.claimsledger.event.Publisher;
import org.claimsledger.event.Rank;
import org.claimsledger.event.ReviewDecision;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.SourceDetails.SourceKind;
import org.claimsledger.event.SourceEvent;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.event.SubjectDetails.SubjectName;
import org.claimsledger.event.SubjectEvent;
import org.claimsledger.event.SubjectEvent.Judgement;
import org.claimsledger.event.Testimony;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Quote;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.event.Verdict;
import org.claimsledger.event.VocabularyTerm;
import org.claimsledger.predicate.PredicateDecider;
import org.claimsledger.predicate.PredicateDefinitions;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceDecider;
import org.claimsledger.subject.Subject;
import org.claimsledger.subject.SubjectDecider;
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
import org.claimsledger.value.Refused;
import org.claimsledger.value.Sha256;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Url;
import org.claimsledger.value.Value;

/**
 * Makes histories of a desk that files, corrects, retracts and merges at random, within the rules. A seed gives one
 * history.
 */
final class RandomDeskHistory
        implements ClaimDecider.Lookups, SubjectDecider.Lookups, SourceDecider.Lookups, PredicateDecider.Lookups {

    static final List<ClaimId> CLAIMS =
            numbered("claim-", 14).stream().map(ClaimId::new).toList();
    static final List<SourceId> SOURCES =
            numbered("source-", 8).stream().map(SourceId::new).toList();
    static final List<SubjectId> SUBJECTS =
            numbered("subject-", 7).stream().map(SubjectId::new).toList();
    static final List<PredicateKey> PREDICATES =
            numbered("predicate-", 3).stream().map(PredicateKey::new).toList();
    static final List<String> WORDS = List.of(
            "Алиев", "Әлиев", "Aliyev", "rue", "Straße", "LÄNGE", "protocole", "Łódź", "prison", "twenty", "São");

    private final Random random;
    private final MemoryLog log;
    private final Map<ClaimId, Claim> claims = new HashMap<>();
    private final Map<SourceId, Source> sources = new HashMap<>();
    private final Map<SubjectId, Subject> subjects = new HashMap<>();
    private final Map<PredicateKey, PredicateDefinitions> predicates = new HashMap<>();

    private RandomDeskHistory(long seed) {
        this.random = new Random(seed);
        this.log = new MemoryLog("history-" + seed);
    }

    /** A history of at least {@code events} events. */
    static MemoryLog history(long seed, int events) {
        RandomDeskHistory desk = new RandomDeskHistory(seed);
        desk.submit(desk.registerSource(SOURCES.getFirst()));
        desk.submit(desk.registerSubject(SUBJECTS.getFirst()));
        PREDICATES.forEach(key -> desk.submit(desk.define(key)));
        while (desk.log.head() < events) {
            if (desk.random.nextInt(25) == 0) {
                desk.defineAnew(desk.any(PREDICATES));
            } else {
                desk.submit(desk.anything());
            }
        }
        return desk.log;
    }

    private void submit(LedgerCommand command) {
        try {
            List<? extends LedgerEvent> decided =
                    switch (command) {
                        case SourceCommand it -> new SourceDecider().decide(it, this);
                        case SubjectCommand it -> new SubjectDecider().decide(it, this);
                        case PredicateCommand it -> new PredicateDecider().decide(it, this);
                        case ClaimCommand it -> new ClaimDecider().decide(it, this);
                        default -> throw new IllegalArgumentException("no area decides " + command);
                    };
            decided.forEach(event -> evolve(log.append("actor-" + random.nextInt(3), event)));
        } catch (Refused refused) {
            // the next command may be accepted
        }
    }

    private void evolve(LedgerEvent event) {
        switch (event) {
            case SourceEvent it -> sources.put(it.source(), new SourceDecider().evolve(sources.get(it.source()), it));
            case SubjectEvent it ->
                it.subjects().forEach(id -> subjects.put(id, new SubjectDecider().evolve(subjects.get(id), it)));
            case PredicateEvent it ->
                predicates.compute(it.key(), (key, before) -> new PredicateDecider().evolve(before, it));
            case ClaimEvent it ->
                it.claims().forEach(id -> claims.put(id, new ClaimDecider().evolve(claims.get(id), it)));
            default -> throw new IllegalArgumentException("no area has " + event);
        }
    }

    private LedgerCommand anything() {
        ClaimId claim = any(CLAIMS);
        return switch (random.nextInt(31)) {
            case 0 -> registerSource(any(SOURCES));
            case 1 -> new SourceCommand.AmendSource(any(SOURCES), details(null), cleared("url", "note"), maybe(text()));
            case 30 ->
                random.nextBoolean()
                        ? new SourceCommand.ProtectSource(any(SOURCES), maybe(text()))
                        : new SourceCommand.DiscloseSource(any(SOURCES), maybe(text()));
            case 2 ->
                random.nextInt(4) == 0
                        ? new SourceCommand.WithdrawNotice(any(SOURCES), 1 + random.nextInt(3), maybe(text()))
                        : new SourceCommand.NoticeSource(any(SOURCES), notice());
            case 26 ->
                new SubjectCommand.CompareSubjects(
                        any(SUBJECTS), any(SUBJECTS), any(List.of(Judgement.values())), maybe(text()));
            case 3 -> registerSubject(any(SUBJECTS));
            case 4 ->
                random.nextInt(4) == 0
                        ? new SubjectCommand.WithdrawName(any(SUBJECTS), text(), maybe(text()))
                        : new SubjectCommand.NameSubject(
                                any(SUBJECTS),
                                new SubjectName(text(), maybe(new Language("kk-Cyrl")), maybe(any(SOURCES))));
            case 5, 6 -> new SubjectCommand.MergeSubjects(any(SUBJECTS), any(SUBJECTS), maybe(text()));
            case 7 ->
                random.nextInt(8) == 0
                        ? new PredicateCommand.WithdrawDefinition(any(PREDICATES), maybe(text()))
                        : random.nextInt(8) == 0 ? define(any(PREDICATES)) : split(any(SUBJECTS));
            case 8, 9, 10, 11 -> filed(assertClaim(claim));
            case 12, 13, 14 -> filed(new ClaimCommand.AttachEvidence(claim, null, testimony()));
            case 27, 28, 29 -> review(claim);
            case 15, 16 ->
                new ClaimCommand.WithdrawEvidence(claim, evidence(), maybe(basis()), reasons(), maybe(text()));
            case 17, 18, 19 -> revise(claim);
            case 20 -> new ClaimCommand.RetractClaim(claim, reasons(), maybe(basis()), maybe(text()));
            case 21 -> new ClaimCommand.ReinstateClaim(claim, reasons(), maybe(basis()), maybe(text()));
            case 22 -> new ClaimCommand.RankClaim(claim, any(List.of(Rank.values())), maybe(text()));
            case 23 -> new ClaimCommand.AssessClaim(claim, any(List.of(Verdict.values())), maybe(text()));
            case 24 ->
                random.nextInt(3) > 0
                        ? new ClaimCommand.RelateClaims(
                                claim, any(List.of(ClaimRelation.values())), any(CLAIMS), maybe(text()))
                        : new ClaimCommand.WithdrawRelation(
                                claim, any(List.of(ClaimRelation.values())), any(CLAIMS), maybe(text()));
            default ->
                new ClaimCommand.SucceedClaim(
                        claim, Edtf.parse("2013"), maybe(basis()), maybe(text()), assertClaim(any(CLAIMS)));
        };
    }

    private ClaimCommand filed(ClaimCommand.Proposable proposable) {
        return random.nextInt(3) == 0 ? proposable.asProposal() : proposable;
    }

    /** A review of the claim itself, or of up to two pieces of its evidence that have been proposed. */
    private ClaimCommand review(ClaimId id) {
        Claim claim = claims.get(id);
        List<EvidenceId> open = claim == null || random.nextInt(3) == 0
                ? List.of()
                : claim.evidence().values().stream()
                        .filter(it -> it.review() != null)
                        .map(Claim.Evidence::id)
                        .limit(1 + random.nextInt(2))
                        .toList();
        return new ClaimCommand.ReviewClaim(id, any(List.of(ReviewDecision.values())), open, maybe(text()));
    }

    private PredicateCommand define(PredicateKey key) {
        return new PredicateCommand.DefinePredicate(predicateOf(key));
    }

    private Predicate predicateOf(PredicateKey key) {
        return new Predicate(
                key,
                "Label " + text(),
                List.of(),
                random.nextBoolean() ? null : new Unit(any(List.of("a", "mo"))),
                random.nextBoolean() ? List.of() : terms(),
                new Cardinality.One(),
                any(List.of(Tense.values())));
    }

    /** Two terms that exclude each other, or one that implies the other. */
    private List<VocabularyTerm> terms() {
        return List.of(
                new VocabularyTerm("homicide"), new VocabularyTerm("murder", random.nextBoolean() ? "homicide" : null));
    }

    /** No command defines a predicate again; logs of old may hold such an event, and it can be taken back. */
    private void defineAnew(PredicateKey key) {
        PredicateEvent event =
                random.nextInt(3) == 0 && definitions(key).definitions().size() > 1
                        ? new DefinitionWithdrawn(key, maybe(text()))
                        : new PredicateDefined(predicateOf(key));
        evolve(log.append("actor-1", event));
    }

    private SourceCommand registerSource(SourceId id) {
        return new SourceCommand.RegisterSource(id, details("Title " + text()));
    }

    private SourceDetails details(String title) {
        Lineage.Relation relation = any(List.of(Lineage.Relation.values()));
        Lineage lineage =
                random.nextBoolean() ? new Lineage(relation, any(SOURCES), null) : new Lineage(relation, null, text());
        return new SourceDetails(
                SourceKind.NEWS_REPORT,
                title == null ? maybe(text()) : title,
                switch (random.nextInt(4)) {
                    case 0 -> new Publisher.BySubject(any(SUBJECTS));
                    case 1 -> null;
                    default -> new Publisher.ByName(name());
                },
                maybe(List.of(text(), text())),
                maybe(new Url("https://example.org/" + random.nextInt(30))),
                maybe(new Language("ru")),
                maybe(Edtf.parse("200" + random.nextInt(10) + "~")),
                maybe(Instant.ofEpochSecond(random.nextInt(1_000_000))),
                random.nextInt(5) > 0 ? null : Sha256.of(new byte[random.nextInt(3)]),
                maybe(any(List.of(Reliability.values()))),
                maybe(List.of(lineage)),
                maybe(text()));
    }

    private Notice notice() {
        NoticeType type = any(List.of(NoticeType.values()));
        boolean isPartial = type == NoticeType.PARTIAL_RETRACTION || random.nextInt(3) == 0;
        return new Notice(
                type,
                maybe(new Url("https://example.org/notice")),
                maybe(Edtf.parse("2013")),
                reasons(),
                isPartial ? List.of(new EvidenceRef(any(CLAIMS), evidence())) : List.of(),
                maybe(text()));
    }

    private SubjectCommand registerSubject(SubjectId id) {
        TreeMap<String, String> ids = new TreeMap<>();
        if (random.nextBoolean()) {
            ids.put("wikidata", "Q" + random.nextInt(100));
        }
        return new SubjectCommand.RegisterSubject(
                id,
                new SubjectDetails(
                        SubjectKind.PERSON,
                        name(),
                        random.nextBoolean() ? List.of(text()) : List.of(),
                        random.nextBoolean(),
                        ids));
    }

    private SubjectCommand split(SubjectId restored) {
        Subject subject = subjects.get(restored);
        SubjectId kept = subject == null || subject.mergedInto() == null ? any(SUBJECTS) : subject.mergedInto();
        return new SubjectCommand.SplitSubjects(kept, restored, maybe(text()));
    }

    private ClaimCommand.AssertClaim assertClaim(ClaimId id) {
        ClaimContent claimContent = new ClaimContent(
                any(SUBJECTS),
                any(PREDICATES),
                value(),
                qualifiers(),
                maybe(valid()),
                maybe("about " + random.nextInt(30) + " years ago"),
                maybe(text()));
        return new ClaimCommand.AssertClaim(id, claimContent, maybe(new EvidenceId("main")), testimony());
    }

    private ClaimCommand revise(ClaimId id) {
        ContentChanges changes = new ContentChanges(
                maybe(value()),
                maybe(qualifiers()),
                maybe(valid()),
                maybe("long ago"),
                maybe(text()),
                cleared("statement", "valid", "qualifiers"));
        RevisionKind kind = random.nextInt(3) == 0 ? any(List.of(RevisionKind.values())) : RevisionKind.CORRECTION;
        return new ClaimCommand.ReviseClaim(id, kind, changes, maybe(basis()), maybe(text()));
    }

    private Value value() {
        return switch (random.nextInt(9)) {
            case 0 ->
                new Value.Measured(new Quantity(
                        Quantity.BoundKind.ABOUT,
                        BigDecimal.valueOf(random.nextInt(500), 1),
                        null,
                        maybe(new Unit("mo"))));
            case 1 -> new Value.Term(any(List.of("murder", "homicide")));
            case 2 -> new Value.AnotherSubject(any(SUBJECTS));
            case 3 -> new Value.AnotherClaim(any(CLAIMS));
            case 4 -> new Value.Date(Edtf.parse("2006-0" + (1 + random.nextInt(9))));
            case 5 -> new Value.Flag(random.nextBoolean());
            case 6 -> new Value.Unknown();
            case 7 -> new Value.None();
            default -> new Value.Text(text());
        };
    }

    private TreeMap<QualifierKey, Qualifier> qualifiers() {
        TreeMap<QualifierKey, Qualifier> qualifiers = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            qualifiers.put(new QualifierKey(any(List.of("case", "court", "rôle"))), new Qualifier.Text(text()));
        }
        return qualifiers;
    }

    private Edtf valid() {
        return Edtf.parse(any(List.of("2006~/..", "2001/2005", "2013?", "/2011")));
    }

    private Testimony testimony() {
        return new Testimony(
                any(SOURCES),
                any(List.of(Stance.values())),
                any(List.of(Modality.values())),
                switch (random.nextInt(4)) {
                    case 0 -> List.of(new Attestor.ByName(name()));
                    case 1 -> List.of(new Attestor.BySource(any(SOURCES)), new Attestor.BySubject(any(SUBJECTS)));
                    default -> List.of();
                },
                random.nextBoolean() ? new Quote(text(), maybe(text()), maybe(text())) : null,
                maybe("paragraph 12"),
                maybe(1 + random.nextInt(6)));
    }

    private EvidenceId evidence() {
        return new EvidenceId(any(List.of("main", "e1", "e2", "e3", "e4")));
    }

    private Basis basis() {
        return new Basis(any(SOURCES));
    }

    private List<ReasonCode> reasons() {
        return random.nextBoolean() ? List.of() : List.of(any(List.of(ReasonCode.values())));
    }

    private List<String> cleared(String... fields) {
        return random.nextInt(4) == 0 ? List.of(any(List.of(fields))) : List.of();
    }

    /** One of few, so that subjects, publishers and attestors often share it. */
    private String name() {
        return any(List.of("Алиев Aliyev", "алиев  ALIYEV", "rue Straße", "prison", text()));
    }

    private String text() {
        return any(WORDS) + " " + any(WORDS);
    }

    private <T> T maybe(T what) {
        return random.nextBoolean() ? what : null;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<String> numbered(String prefix, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            ids.add(prefix + i);
        }
        return ids;
    }

    @Override
    public Claim claim(ClaimId id) {
        return claims.get(id);
    }

    @Override
    public Source source(SourceId id) {
        return sources.get(id);
    }

    @Override
    public boolean isSubject(SubjectId id) {
        return subject(id) != null;
    }

    @Override
    public Subject subject(SubjectId id) {
        return subjects.get(id);
    }

    @Override
    public Predicate predicate(PredicateKey key) {
        return definitions(key).latest();
    }

    @Override
    public PredicateDefinitions definitions(PredicateKey key) {
        return predicates.getOrDefault(key, PredicateDefinitions.NONE);
    }

    @Override
    public boolean isUsed(PredicateKey key) {
        return claims.values().stream().anyMatch(it -> it.content().predicate().equals(key));
    }

    @Override
    public Set<SourceId> sourcesAt(Url url) {
        return sources.values().stream()
                .filter(it -> url.equals(it.details().url()))
                .map(Source::id)
                .collect(Collectors.toSet());
    }

    @Override
    public SourceId sourceOf(EvidenceRef ref) {
        Claim claim = claims.get(ref.claim());
        Claim.Evidence evidence = claim == null ? null : claim.evidence().get(ref.evidence());
        return evidence == null ? null : evidence.testimony().source();
    }
}
