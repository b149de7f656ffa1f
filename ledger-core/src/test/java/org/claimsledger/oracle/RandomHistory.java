package org.claimsledger.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Review;
import org.claimsledger.command.ClaimCommand;
import org.claimsledger.command.ClaimCommand.AssertClaim;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.command.PredicateCommand.DefinePredicate;
import org.claimsledger.command.SourceCommand.AmendSource;
import org.claimsledger.command.SourceCommand.DiscloseSource;
import org.claimsledger.command.SourceCommand.NoticeSource;
import org.claimsledger.command.SourceCommand.ProtectSource;
import org.claimsledger.command.SourceCommand.RegisterSource;
import org.claimsledger.command.SourceCommand.WithdrawNotice;
import org.claimsledger.command.SubjectCommand.CompareSubjects;
import org.claimsledger.command.SubjectCommand.MergeSubjects;
import org.claimsledger.command.SubjectCommand.NameSubject;
import org.claimsledger.command.SubjectCommand.RegisterSubject;
import org.claimsledger.command.SubjectCommand.SplitSubjects;
import org.claimsledger.command.SubjectCommand.WithdrawName;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Basis;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.ContentChanges;
import org.claimsledger.event.ContentChanges.RevisionKind;
import org.claimsledger.event.Finality;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.Notice;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.event.Publisher;
import org.claimsledger.event.Rank;
import org.claimsledger.event.ReviewDecision;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.SourceDetails.SourceKind;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.event.SubjectDetails.SubjectName;
import org.claimsledger.event.SubjectEvent.Judgement;
import org.claimsledger.event.Testimony;
import org.claimsledger.event.Testimony.Modality;
import org.claimsledger.event.Testimony.Stance;
import org.claimsledger.event.Verdict;
import org.claimsledger.event.VocabularyTerm;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.Quantity;
import org.claimsledger.value.ReasonCode;
import org.claimsledger.value.Sha256;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;

/**
 * A random history about a handful of things, so that everything happens to each of them, and in every order. The same
 * one for the same seed.
 */
public final class RandomHistory {

    /** A command and when it is recorded. */
    public record TimedCommand(Instant at, LedgerCommand command) {}

    private static final List<String> NAMES =
            List.of("Court", "the court", "THE  Court", "Wire", "wire", "Desk One", "Bob", "desk  one ");

    private static final Sha256[] CONTENTS = {new Sha256("a".repeat(64)), new Sha256("b".repeat(64))};

    private final Random random;
    private final RandomDates dates;
    private final DecidingLedger ledger = new DecidingLedger();
    private final List<TimedCommand> accepted = new ArrayList<>();
    /** Whether it is about one question, with many answers. */
    private final boolean contest;

    /** Whether besides little is taken back, and what is said is dated by days near each other. */
    private final boolean lively;

    /** How many of ten filings wait for an editor. */
    private final int reporters;

    private final int subjects;
    private final int sources;
    private final int claims;
    private final int predicates;
    private Instant clock;

    private RandomHistory(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        dates = new RandomDates(random);
        contest = random.nextInt(3) > 0;
        lively = contest && random.nextBoolean();
        subjects = 1 + random.nextInt(lively ? 2 : contest ? 3 : 4);
        sources = 2 + random.nextInt(6);
        claims = contest ? 3 + random.nextInt(5) : 1 + random.nextInt(5);
        predicates = contest ? 1 + random.nextInt(4) / 3 : 1 + random.nextInt(3);
        reporters = lively || random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(9);
        clock = Instant.parse("2021-03-01T00:00:00Z").plus(random.nextInt(600), ChronoUnit.DAYS);
    }

    /** The commands of it that a ledger accepts. */
    public static List<TimedCommand> of(long seed) {
        RandomHistory history = new RandomHistory(seed);
        history.happen();
        return history.accepted;
    }

    /** What a ledger holds after these commands, or as many of them as it accepts. */
    public static List<OracleEvent> recorded(List<TimedCommand> commands) {
        DecidingLedger ledger = new DecidingLedger();
        commands.forEach(it -> ledger.accepts(it.command(), it.at()));
        return ledger.entries();
    }

    private void happen() {
        for (int i = 0; i < predicates; i++) {
            submit(predicate("said" + i));
        }
        for (int i = 0; i < subjects; i++) {
            submit(subject("p" + i));
        }
        int atFirst = 2 + random.nextInt(sources - 1);
        for (int i = 0; i < atFirst; i++) {
            submit(registered("s" + i));
        }
        int enough = accepted.size() + 4 + random.nextInt(random.nextInt(5) == 0 ? 60 : 25);
        for (int tries = 0; accepted.size() < enough && tries < 300; tries++) {
            submit(reporters > 0 && random.nextInt(6) == 0 ? reviewed() : next());
        }
    }

    private void submit(LedgerCommand command) {
        if (ledger.accepts(command, clock)) {
            accepted.add(new TimedCommand(clock, command));
            clock = next(clock.plus(10, ChronoUnit.MICROS));
        }
    }

    /** Soon after, days after, or at an instant that dates also have. */
    private Instant next(Instant earliest) {
        Instant at =
                switch (random.nextInt(4)) {
                    case 0 -> earliest;
                    case 1 -> earliest.plus(random.nextInt(40), ChronoUnit.DAYS);
                    case 2 -> earliest.plus(random.nextInt(3_600), ChronoUnit.SECONDS);
                    default -> dates.instant();
                };
        boolean near = at.isBefore(earliest.plus(120, ChronoUnit.DAYS));
        return at.isBefore(earliest) || !near ? earliest.plus(random.nextInt(1_000), ChronoUnit.MICROS) : at;
    }

    private LedgerCommand next() {
        if (lively && random.nextInt(10) < 7) {
            return switch (random.nextInt(10)) {
                case 0, 1, 2 -> asserted(absentClaim());
                case 3 -> related();
                default -> attached();
            };
        }
        return switch (random.nextInt(100)) {
            case 0, 1, 2, 3 -> registered(source());
            case 4, 5, 6, 7, 8, 9 -> amended(source());
            case 10 ->
                random.nextInt(3) > 0
                        ? new ProtectSource(new SourceId(source()), "because")
                        : new DiscloseSource(new SourceId(source()), "because");
            case 11, 12, 13, 14, 15, 16, 17 -> noticed(source());
            case 18 ->
                random.nextInt(3) == 0
                        ? new WithdrawNotice(new SourceId(source()), 1 + random.nextInt(4), null)
                        : noticed(source());
            case 19 ->
                random.nextInt(3) == 0
                        ? new WithdrawName(new SubjectId(subject()), name(), null)
                        : new NameSubject(new SubjectId(subject()), new SubjectName(name(), null, null));
            case 20 ->
                random.nextInt(3) == 0
                        ? compared()
                        : new MergeSubjects(new SubjectId(subject()), new SubjectId(subject()), null);
            case 21 -> new MergeSubjects(new SubjectId(subject()), new SubjectId(subject()), null);
            case 22 -> split();
            case 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40 ->
                filed(asserted(absentClaim()));
            case 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60 -> filed(attached());
            case 61, 62, 63, 64, 65 -> withdrawn();
            case 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77 -> revised();
            case 78, 79, 80, 81 -> related();
            case 82, 83 ->
                new ClaimCommand.SucceedClaim(
                        new ClaimId(claim()), dates.lone(), basis(), null, asserted(absentClaim()));
            case 84, 85 -> new ClaimCommand.RetractClaim(new ClaimId(claim()), reasons(), basis(), null);
            case 86, 87, 88, 89, 90 -> new ClaimCommand.ReinstateClaim(new ClaimId(claim()), reasons(), basis(), null);
            case 91, 92, 93 -> new ClaimCommand.RankClaim(new ClaimId(claim()), oneOf(Rank.values()), null);
            case 94, 95, 96 -> new ClaimCommand.AssessClaim(new ClaimId(claim()), oneOf(Verdict.values()), null);
            case 97, 98 -> related();
            default -> predicate("said" + random.nextInt(predicates + 1));
        };
    }

    private ClaimCommand related() {
        ClaimRelation relation = oneOf(ClaimRelation.values());
        return random.nextInt(4) == 0
                ? new ClaimCommand.WithdrawRelation(new ClaimId(claim()), relation, new ClaimId(claim()), null)
                : new ClaimCommand.RelateClaims(new ClaimId(claim()), relation, new ClaimId(claim()), null);
    }

    private DefinePredicate predicate(String key) {
        Value.Kind[][] kinds = {
            {},
            {Value.Kind.CLAIM},
            {Value.Kind.QUANTITY},
            {Value.Kind.QUANTITY},
            {Value.Kind.TERM},
            {Value.Kind.DATE},
            {Value.Kind.SUBJECT},
            {Value.Kind.FLAG, Value.Kind.TEXT}
        };
        List<VocabularyTerm> terms = random.nextBoolean()
                ? List.of()
                : List.of(
                        new VocabularyTerm("suicide", random.nextInt(4) == 0 ? "natural" : null),
                        new VocabularyTerm("homicide"),
                        new VocabularyTerm("murder", random.nextInt(4) > 0 ? "homicide" : null),
                        new VocabularyTerm("natural"));
        List<Value.Kind> taken = List.of(oneOf(kinds));
        boolean isQuantity = taken.equals(List.of(Value.Kind.QUANTITY));
        boolean isClaim = taken.equals(List.of(Value.Kind.CLAIM));
        boolean denies = isClaim && random.nextInt(3) > 0;
        return new DefinePredicate(new Predicate(
                new PredicateKey(key),
                key,
                taken,
                random.nextBoolean() ? null : new Unit(oneOf("a", "a", "USD", "{person}")),
                terms,
                Cardinality.parse(
                        contest && random.nextInt(8) > 0
                                ? "one"
                                : oneOf("one", "one", "one_per:case", "one_per:case,court", "many")),
                oneOf(Tense.values()),
                isQuantity && random.nextBoolean(),
                isQuantity && random.nextInt(3) == 0,
                isClaim && !denies && random.nextBoolean(),
                denies));
    }

    private RegisterSubject subject(String id) {
        return new RegisterSubject(
                new SubjectId(id),
                new SubjectDetails(
                        oneOf(SubjectKind.values()),
                        name(),
                        random.nextInt(3) == 0 ? List.of(name()) : List.of(),
                        random.nextInt(4) > 0,
                        new TreeMap<>()));
    }

    private CompareSubjects compared() {
        return new CompareSubjects(new SubjectId(subject()), new SubjectId(subject()), oneOf(Judgement.values()), null);
    }

    private SplitSubjects split() {
        for (int i = 0; i < 8; i++) {
            SubjectId restored = new SubjectId(subject());
            if (ledger.subject(restored) != null && ledger.subject(restored).mergedInto() != null) {
                return new SplitSubjects(ledger.subject(restored).mergedInto(), restored, null);
            }
        }
        return new SplitSubjects(new SubjectId(subject()), new SubjectId(subject()), null);
    }

    private RegisterSource registered(String id) {
        return new RegisterSource(
                new SourceId(id),
                details(oneOf(SourceKind.values()), id, random.nextInt(3) > 0 ? 1 : 0),
                random.nextInt(12) == 0);
    }

    private AmendSource amended(String id) {
        List<String> cleared = random.nextInt(4) > 0
                ? List.of()
                : List.of(oneOf(
                        "publisher", "published", "retrievedAt", "contentSha256", "reliability", "lineage", "authors"));
        return new AmendSource(
                new SourceId(id),
                details(null, random.nextInt(4) == 0 ? "title" : null, random.nextInt(2)),
                cleared,
                null);
    }

    private SourceDetails details(SourceKind kind, String title, int chance) {
        return new SourceDetails(
                kind,
                title,
                random.nextInt(3) > 1 - chance ? publisher() : null,
                null,
                null,
                null,
                random.nextInt(lively ? 12 : 3) > 0 ? said() : null,
                random.nextInt(3) == 0 ? dates.instant() : null,
                random.nextInt(4) == 0 ? oneOf(CONTENTS) : null,
                random.nextInt(2) == 0 ? oneOf(Reliability.values()) : null,
                random.nextInt(2) == 0 ? lineage() : null,
                null);
    }

    private Publisher publisher() {
        return random.nextInt(4) == 0
                ? new Publisher.BySubject(new SubjectId(subject()))
                : new Publisher.ByName(name());
    }

    private List<Lineage> lineage() {
        List<Lineage> all = new ArrayList<>();
        for (int i = random.nextInt(5) / 2; i >= 0; i--) {
            Lineage.Relation relation = random.nextInt(3) == 0
                    ? oneOf(Lineage.Relation.values())
                    : oneOf(Lineage.Relation.REPUBLISHES, Lineage.Relation.REPEATS, Lineage.Relation.DERIVES_FROM);
            all.add(
                    random.nextInt(6) == 0
                            ? new Lineage(relation, null, name())
                            : new Lineage(relation, new SourceId(source()), null));
        }
        return all;
    }

    private NoticeSource noticed(String id) {
        NoticeType type = random.nextInt(4) == 0
                ? oneOf(NoticeType.values())
                : oneOf(
                        NoticeType.RETRACTION,
                        NoticeType.WITHDRAWAL,
                        NoticeType.PARTIAL_RETRACTION,
                        NoticeType.PARTIAL_RETRACTION,
                        NoticeType.REINSTATEMENT,
                        NoticeType.REINSTATEMENT);
        List<EvidenceRef> named = new ArrayList<>();
        boolean namesSome = type != NoticeType.RETRACTION && type != NoticeType.WITHDRAWAL && random.nextBoolean();
        if (type == NoticeType.PARTIAL_RETRACTION || namesSome) {
            for (int c = 0; c < claims; c++) {
                Claim claim = ledger.claim(new ClaimId("c" + c));
                if (claim != null) {
                    claim.evidence().forEach((evidence, attached) -> {
                        if (attached.testimony().source().equals(new SourceId(id)) && random.nextBoolean()) {
                            named.add(new EvidenceRef(claim.id(), evidence));
                        }
                    });
                }
            }
        }
        return new NoticeSource(
                new SourceId(id),
                new Notice(type, null, random.nextBoolean() ? dates.date() : null, reasons(), named, null));
    }

    private AssertClaim asserted(String id) {
        PredicateKey predicate = new PredicateKey("said" + random.nextInt(predicates));
        ClaimContent claimContent = new ClaimContent(
                new SubjectId(subject()),
                predicate,
                value(ledger.predicate(predicate)),
                qualifiers(),
                random.nextInt(4) == 0 ? null : valid(),
                null,
                null,
                random.nextInt(6) == 0 ? oneOf(Finality.values()) : null);
        return new AssertClaim(new ClaimId(id), claimContent, named(), testimony());
    }

    private ClaimCommand filed(ClaimCommand.Proposable proposable) {
        return random.nextInt(10) < reporters ? proposable.asProposal() : proposable;
    }

    /** Of a claim itself, or of any of its evidence. */
    private ClaimCommand reviewed() {
        ClaimId id = new ClaimId(claim());
        Claim claim = ledger.claim(id);
        List<EvidenceId> filings = new ArrayList<>();
        if (claim != null && random.nextInt(3) > 0) {
            claim.evidence().forEach((evidence, held) -> {
                boolean open = held.review() != null && held.review().state() != Review.ReviewState.ACCEPTED;
                if (open && random.nextInt(3) > 0) {
                    filings.add(evidence);
                }
            });
        }
        return new ClaimCommand.ReviewClaim(id, oneOf(ReviewDecision.values()), filings, null);
    }

    private ClaimCommand.AttachEvidence attached() {
        return new ClaimCommand.AttachEvidence(new ClaimId(claim()), named(), testimony());
    }

    private EvidenceId named() {
        return random.nextInt(6) == 0 ? new EvidenceId(oneOf("e7", "e2", "note", "a-1")) : null;
    }

    private Testimony testimony() {
        return new Testimony(
                new SourceId(source()),
                random.nextInt(lively ? 5 : 3) > 0 ? Stance.SUPPORTS : oneOf(Stance.values()),
                random.nextInt(lively ? 3 : 2) > 0 ? Modality.ASSERTED : oneOf(Modality.values()),
                attribution(),
                null,
                null,
                random.nextInt(2) == 0 ? 1 + random.nextInt(6) : null,
                random.nextInt(5) == 0 ? said() : null);
    }

    /** When something was said, or published. */
    private Edtf said() {
        return lively && random.nextInt(8) > 0
                ? Edtf.parse("2021-0" + (1 + random.nextInt(3)) + oneOf("-01", "-02", "-15", "-15~", ""))
                : dates.date();
    }

    private Edtf valid() {
        return lively && random.nextInt(4) > 0
                ? Edtf.parse(oneOf(
                        "2020/..",
                        "2021-01-15/..",
                        "2020/2021-01-15",
                        "2020-06~/2021",
                        "2021-01-01",
                        "2021",
                        "2022/.."))
                : dates.date();
    }

    private List<Attestor> attribution() {
        List<Attestor> chain = new ArrayList<>();
        while (random.nextInt(6) < 2) {
            chain.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new Attestor.ByName(name(), random.nextInt(4) == 0);
                        case 1 -> new Attestor.BySubject(new SubjectId(subject()));
                        default -> new Attestor.BySource(new SourceId(source()));
                    });
        }
        return chain;
    }

    private ClaimCommand withdrawn() {
        ClaimId claim = new ClaimId(claim());
        Claim held = ledger.claim(claim);
        EvidenceId evidence = held == null
                ? new EvidenceId("e1")
                : oneOf(held.evidence().keySet().toArray(EvidenceId[]::new));
        return new ClaimCommand.WithdrawEvidence(claim, evidence, basis(), reasons(), null);
    }

    private ClaimCommand revised() {
        ClaimId id = new ClaimId(claim());
        Claim claim = ledger.claim(id);
        RevisionKind kind = random.nextInt(3) > 0 ? RevisionKind.CORRECTION : oneOf(RevisionKind.values());
        boolean anything = kind == RevisionKind.CORRECTION;
        Predicate predicate =
                claim == null ? null : ledger.predicate(claim.content().predicate());
        ContentChanges changes = new ContentChanges(
                anything && random.nextInt(3) > 0 && predicate != null ? value(predicate) : null,
                anything && random.nextInt(4) == 0 ? qualifiers() : null,
                kind != RevisionKind.CLARIFICATION && random.nextInt(3) == 0 ? dates.date() : null,
                null,
                random.nextInt(2) == 0 ? "statement " + random.nextInt(3) : null,
                kind != RevisionKind.CLARIFICATION && random.nextInt(8) == 0 ? List.of("valid") : List.of());
        Basis basis = basis();
        if (basis != null && claim != null && random.nextBoolean()) {
            Claim.Evidence[] attached = claim.evidence().values().toArray(Claim.Evidence[]::new);
            basis = new Basis(oneOf(attached).testimony().source());
        }
        return new ClaimCommand.ReviseClaim(id, kind, changes, basis, null);
    }

    private TreeMap<QualifierKey, Qualifier> qualifiers() {
        TreeMap<QualifierKey, Qualifier> qualifiers = new TreeMap<>();
        if (random.nextInt(6) > 0) {
            qualifiers.put(
                    new QualifierKey("case"),
                    switch (random.nextInt(6)) {
                        case 0 -> new Qualifier.AnotherSubject(new SubjectId(subject()));
                        case 1 ->
                            new Qualifier.Text(
                                    random.nextBoolean() ? subject() : subject().toUpperCase(Locale.ROOT));
                        default -> new Qualifier.Text(oneOf("bank", "bank", "coup-x", "Coup  X", "coup_x"));
                    });
        }
        if (random.nextInt(2) > 0) {
            qualifiers.put(new QualifierKey("court"), new Qualifier.Text(oneOf("first", "supreme")));
        }
        return qualifiers;
    }

    private Value value(Predicate predicate) {
        if (random.nextInt(10) == 0) {
            return random.nextBoolean() ? new Value.Unknown() : new Value.None();
        }
        List<Value.Kind> kinds = predicate == null || predicate.valueKinds().isEmpty()
                ? List.of(Value.Kind.values())
                : predicate.valueKinds();
        return switch (kinds.get(random.nextInt(kinds.size()))) {
            case QUANTITY -> new Value.Measured(quantity(predicate));
            case TERM -> new Value.Term(oneOf("suicide", "homicide", "murder", "natural"));
            case SUBJECT -> new Value.AnotherSubject(new SubjectId(subject()));
            case CLAIM -> new Value.AnotherClaim(new ClaimId(claim()));
            case TEXT -> new Value.Text(oneOf("one text", "One  Text", "another text"));
            case DATE ->
                new Value.Date(
                        random.nextInt(3) > 0
                                ? dates.date()
                                : Edtf.parse(oneOf(
                                        "2022-06-15T10:00:00Z", "2022-06-15T12:00:00Z", "2022-06-15", "2022-06")));
            case FLAG -> new Value.Flag(random.nextBoolean());
            case UNKNOWN -> new Value.Unknown();
            case NONE -> new Value.None();
        };
    }

    private Quantity quantity(Predicate predicate) {
        Quantity.BoundKind boundKind =
                random.nextBoolean() ? Quantity.BoundKind.EXACTLY : oneOf(Quantity.BoundKind.values());
        Unit unit = unit(predicate == null ? null : predicate.unit());
        BigDecimal number = number(unit);
        if (boundKind != Quantity.BoundKind.BETWEEN) {
            return new Quantity(boundKind, number, null, unit);
        }
        BigDecimal other = number(unit);
        return new Quantity(boundKind, number.min(other), number.max(other), unit);
    }

    private Unit unit(Unit usual) {
        if (random.nextInt(3) == 0) {
            return null;
        }
        if (usual == null) {
            return random.nextInt(3) > 0 ? null : new Unit(oneOf("a", "mo", "USD", "EUR", "{person}"));
        }
        return usual.code().equals("a") ? new Unit(oneOf("a", "mo", "d")) : usual;
    }

    private BigDecimal number(Unit unit) {
        if (random.nextInt(8) == 0) {
            return new BigDecimal(oneOf("19.6", "15.2", "20.4", "1.8", "238", "240"));
        }
        int years = oneOf(0, 1, 15, 18, 19, 20, 20, 22, -20);
        String code = unit == null ? "a" : unit.code();
        return switch (code) {
            case "mo" -> BigDecimal.valueOf(years * 12L);
            case "d" -> new BigDecimal("365.25").multiply(BigDecimal.valueOf(years));
            default -> BigDecimal.valueOf(years);
        };
    }

    private Basis basis() {
        return random.nextInt(5) < 2 ? new Basis(new SourceId(source())) : null;
    }

    private List<ReasonCode> reasons() {
        return switch (random.nextInt(5)) {
            case 0 -> List.of();
            case 1 -> List.of(oneOf(ReasonCode.values()));
            case 2 -> List.of(oneOf(ReasonCode.values()), oneOf(ReasonCode.values()));
            case 3 -> List.of(ReasonCode.WRONG_IDENTITY);
            default -> List.of(ReasonCode.RECORDED_IN_ERROR, ReasonCode.MISTRANSLATED);
        };
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private String source() {
        return "s" + random.nextInt(sources);
    }

    private String subject() {
        return "p" + random.nextInt(subjects);
    }

    private String claim() {
        return "c" + random.nextInt(claims);
    }

    /** Preferably one that was not asserted yet. */
    private String absentClaim() {
        String claim = claim();
        for (int i = 0; i < 4 && ledger.claim(new ClaimId(claim)) != null; i++) {
            claim = claim();
        }
        return claim;
    }

    @SafeVarargs
    private <T> T oneOf(T... all) {
        return all[random.nextInt(all.length)];
    }
}
