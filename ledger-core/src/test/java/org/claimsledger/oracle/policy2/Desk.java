package org.claimsledger.oracle.policy2;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.claimsledger.oracle.policy2.Given.Annulment;
import org.claimsledger.oracle.policy2.Given.Assessed;
import org.claimsledger.oracle.policy2.Given.Cardinality;
import org.claimsledger.oracle.policy2.Given.Claim;
import org.claimsledger.oracle.policy2.Given.DeniedByClaim;
import org.claimsledger.oracle.policy2.Given.Dependence;
import org.claimsledger.oracle.policy2.Given.Evidence;
import org.claimsledger.oracle.policy2.Given.Lineage;
import org.claimsledger.oracle.policy2.Given.Link;
import org.claimsledger.oracle.policy2.Given.Modality;
import org.claimsledger.oracle.policy2.Given.Rank;
import org.claimsledger.oracle.policy2.Given.Ranked;
import org.claimsledger.oracle.policy2.Given.Relation;
import org.claimsledger.oracle.policy2.Given.Review;
import org.claimsledger.oracle.policy2.Given.Source;
import org.claimsledger.oracle.policy2.Given.Stance;
import org.claimsledger.oracle.policy2.Given.Subjects;
import org.claimsledger.oracle.policy2.Given.Verdict;
import org.claimsledger.oracle.policy2.Given.View;
import org.claimsledger.oracle.policy2.Given.Vocabulary;
import org.claimsledger.oracle.policy2.Given.Who;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.Quantity;
import org.claimsledger.value.Quantity.BoundKind;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;

/** A desk that files in the order in which its methods are called, for tests of single rules. */
final class Desk {

    private static final Instant REGISTERED = Instant.parse("2029-06-01T00:00:00Z");

    boolean holds;
    Cardinality cardinality = Cardinality.ONE;
    List<String> per = List.of();
    Unit unit;
    boolean cumulative;
    boolean measured;
    final Map<String, Set<String>> broader = new HashMap<>();
    final Map<String, SourceDraft> sources = new LinkedHashMap<>();
    final List<ClaimDraft> claims = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> merged = new HashMap<>();
    private final Set<String> subjects = new java.util.HashSet<>();
    private Instant publishedBy;
    private LocalDate validOn;
    private LocalDate today = LocalDate.of(2030, 1, 1);
    private long asOf = Long.MAX_VALUE;
    private long position;

    static Desk holding() {
        Desk desk = new Desk();
        desk.holds = true;
        return desk;
    }

    static Desk happening() {
        return new Desk();
    }

    Desk cumulative() {
        cumulative = true;
        return this;
    }

    Desk measured() {
        measured = true;
        return this;
    }

    Desk countedIn(String code) {
        unit = new Unit(code);
        return this;
    }

    Desk onePer(String... qualifiers) {
        cardinality = Cardinality.ONE_PER;
        per = List.of(qualifiers);
        return this;
    }

    Desk many() {
        cardinality = Cardinality.MANY;
        return this;
    }

    Desk term(String narrow, String wide) {
        broader.put(narrow, Set.of(wide));
        return this;
    }

    Desk subject(String id, String... itsNames) {
        subjects.add(id);
        for (String name : itsNames) {
            // A name that two subjects have names neither.
            names.merge(Origins.foldedName(name), id, (one, other) -> one.equals(other) ? one : "");
        }
        return this;
    }

    Desk merge(String absorbed, String kept) {
        merged.put(absorbed, kept);
        return this;
    }

    Desk publishedBy(String day) {
        publishedBy = LocalDate.parse(day)
                .plusDays(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .minusNanos(1000);
        return this;
    }

    Desk on(String day) {
        validOn = LocalDate.parse(day);
        return this;
    }

    Desk today(String day) {
        today = LocalDate.parse(day);
        return this;
    }

    Desk asOf(long other) {
        asOf = other;
        return this;
    }

    long position() {
        return position;
    }

    SourceDraft source(String id) {
        return sources.computeIfAbsent(id, it -> new SourceDraft(id));
    }

    ClaimDraft claim(String id, Value value) {
        ClaimDraft claim = new ClaimDraft(id, value, ++position);
        claims.add(claim);
        return claim;
    }

    Given given() {
        Map<String, Source> built = new LinkedHashMap<>();
        sources.forEach((id, draft) -> built.put(id, draft.built()));
        return new Given(
                new View(asOf, publishedBy, validOn, today),
                new Vocabulary(holds, cardinality, per, unit, cumulative, measured, broader),
                new Subjects(this::kept, this::named, subjects::contains),
                built,
                claims.stream().map(it -> it.built(built)).toList());
    }

    private String kept(String id) {
        return merged.containsKey(id) ? kept(merged.get(id)) : id;
    }

    private Optional<String> named(String text) {
        return Optional.ofNullable(names.get(Origins.foldedName(text)))
                .filter(it -> !it.isEmpty())
                .map(this::kept);
    }

    List<Reading> questions() {
        return PolicyTwo.read(given());
    }

    Reading read() {
        List<Reading> readings = questions();
        if (readings.size() != 1) {
            throw new IllegalStateException("Not one question but " + readings);
        }
        return readings.getFirst();
    }

    static Value number(String number) {
        return new Value.Measured(new Quantity(BoundKind.EXACTLY, new BigDecimal(number), null, null));
    }

    static Value number(BoundKind bound, String number) {
        return new Value.Measured(new Quantity(bound, new BigDecimal(number), null, null));
    }

    static Value between(String low, String high) {
        return new Value.Measured(new Quantity(BoundKind.BETWEEN, new BigDecimal(low), new BigDecimal(high), null));
    }

    static Value amount(String number, String unit) {
        return new Value.Measured(new Quantity(BoundKind.EXACTLY, new BigDecimal(number), null, new Unit(unit)));
    }

    static Value date(String edtf) {
        return new Value.Date(Edtf.parse(edtf));
    }

    static Value term(String term) {
        return new Value.Term(term);
    }

    static Value text(String text) {
        return new Value.Text(text);
    }

    static Value somebody(String id) {
        return new Value.AnotherSubject(new SubjectId(id));
    }

    static Value flag(boolean flag) {
        return new Value.Flag(flag);
    }

    static Value unknown() {
        return new Value.Unknown();
    }

    static Value none() {
        return new Value.None();
    }

    /** A source as the desk files it. */
    static final class SourceDraft {
        final String id;
        Who publisher;
        Edtf published;
        Instant retrieved;
        Instant registered = REGISTERED;
        String sha;
        Character reliability;
        boolean isProtected;
        final List<Lineage> lineage = new ArrayList<>();
        boolean stands = true;
        boolean underNotice;
        Set<String> touched = Set.of();

        SourceDraft(String id) {
            this.id = id;
        }

        SourceDraft publisher(String name) {
            publisher = new Who.OfText(name, false);
            return this;
        }

        SourceDraft publisherSubject(String subject) {
            publisher = new Who.OfSubject(subject, true);
            return this;
        }

        SourceDraft published(String edtf) {
            published = Edtf.parse(edtf);
            return this;
        }

        SourceDraft registered(String instant) {
            registered = Instant.parse(instant);
            return this;
        }

        SourceDraft sha(String other) {
            sha = other;
            return this;
        }

        SourceDraft rated(char letter) {
            reliability = letter;
            return this;
        }

        SourceDraft secret() {
            isProtected = true;
            return this;
        }

        SourceDraft republishes(String source) {
            lineage.add(new Lineage(Dependence.REPUBLISHES, source, null));
            return this;
        }

        SourceDraft repeatsOutlet(String outlet) {
            lineage.add(new Lineage(Dependence.REPEATS, null, outlet));
            return this;
        }

        SourceDraft derivesFrom(String source) {
            lineage.add(new Lineage(Dependence.DERIVES_FROM, source, null));
            return this;
        }

        SourceDraft takenBack() {
            stands = false;
            return this;
        }

        SourceDraft underNotice(String... evidence) {
            underNotice = true;
            touched = Set.of(evidence);
            return this;
        }

        Source built() {
            return new Source(
                    id,
                    publisher,
                    published,
                    retrieved,
                    registered,
                    sha,
                    reliability,
                    isProtected,
                    List.copyOf(lineage),
                    stands,
                    underNotice,
                    touched);
        }
    }

    /** A piece of evidence as the desk files it. */
    static final class EvidenceDraft {
        final String id;
        final long position;
        String source;
        Stance stance = Stance.SUPPORTS;
        Modality modality = Modality.ASSERTED;
        List<Who> attribution = List.of();
        Edtf saidOn;
        Integer credibility;
        boolean live = true;
        boolean withdrawn;
        boolean accepted = true;
        Value value;

        EvidenceDraft(String id, long position, String source, Value value) {
            this.id = id;
            this.position = position;
            this.source = source;
            this.value = value;
        }
    }

    static Consumer<EvidenceDraft> alleged() {
        return it -> it.modality = Modality.ALLEGED;
    }

    static Consumer<EvidenceDraft> ruled() {
        return it -> it.modality = Modality.RULED;
    }

    static Consumer<EvidenceDraft> by(String text) {
        return it -> it.attribution = List.of(new Who.OfText(text, false));
    }

    static Consumer<EvidenceDraft> bySubject(String id) {
        return it -> it.attribution = List.of(new Who.OfSubject(id, true));
    }

    static Consumer<EvidenceDraft> bySource(String id) {
        return it -> it.attribution = List.of(new Who.OfSource(id));
    }

    static Consumer<EvidenceDraft> byAnonymous(String text) {
        return it -> it.attribution = List.of(new Who.OfText(text, true));
    }

    static Consumer<EvidenceDraft> said(String edtf) {
        return it -> it.saidOn = Edtf.parse(edtf);
    }

    static Consumer<EvidenceDraft> credibility(int digit) {
        return it -> it.credibility = digit;
    }

    static Consumer<EvidenceDraft> speakingFor(Value value) {
        return it -> it.value = value;
    }

    static Consumer<EvidenceDraft> withdrawn() {
        return it -> {
            it.withdrawn = true;
            it.live = false;
        };
    }

    static Consumer<EvidenceDraft> waiting() {
        return it -> {
            it.accepted = false;
            it.live = false;
        };
    }

    /** A claim as the desk files it. */
    final class ClaimDraft {
        final String id;
        final long filedAt;
        final Value value;
        final Map<String, Who> qualifiers = new HashMap<>();
        Edtf valid;
        Review review = Review.ACCEPTED;
        Set<String> retracted;
        Ranked ranked = new Ranked(Rank.NORMAL, 0);
        Assessed assessed;
        final List<Relation> relations = new ArrayList<>();
        final List<DeniedByClaim> deniedBy = new ArrayList<>();
        final List<Annulment> annulledBy = new ArrayList<>();
        final List<EvidenceDraft> evidence = new ArrayList<>();

        ClaimDraft(String id, Value value, long filedAt) {
            this.id = id;
            this.value = value;
            this.filedAt = filedAt;
        }

        ClaimDraft valid(String edtf) {
            valid = Edtf.parse(edtf);
            return this;
        }

        ClaimDraft with(String qualifier, String text) {
            qualifiers.put(qualifier, new Who.OfText(text, false));
            return this;
        }

        ClaimDraft withSubject(String qualifier, String subject) {
            qualifiers.put(qualifier, new Who.OfSubject(subject, true));
            return this;
        }

        ClaimDraft rank(Rank rank) {
            ranked = new Ranked(rank, ++position);
            return this;
        }

        ClaimDraft verdict(Verdict verdict) {
            assessed = new Assessed(verdict, ++position);
            return this;
        }

        ClaimDraft retracted(String... reasons) {
            retracted = Set.of(reasons);
            return this;
        }

        ClaimDraft review(Review other) {
            review = other;
            return this;
        }

        ClaimDraft link(Link link, String other) {
            relations.add(new Relation(link, other, ++position));
            return this;
        }

        ClaimDraft deniedBy(String party) {
            deniedBy.add(new DeniedByClaim(party, "word-of-" + party));
            return this;
        }

        ClaimDraft annulledBy(String claim, String date) {
            annulledBy.add(new Annulment(claim, Edtf.parse(date), null));
            return this;
        }

        @SafeVarargs
        final ClaimDraft supports(String publisher, String date, Consumer<EvidenceDraft>... details) {
            return file(Stance.SUPPORTS, publisher, date, details);
        }

        @SafeVarargs
        final ClaimDraft disputes(String publisher, String date, Consumer<EvidenceDraft>... details) {
            return file(Stance.DISPUTES, publisher, date, details);
        }

        @SafeVarargs
        final ClaimDraft denies(String publisher, String date, Consumer<EvidenceDraft>... details) {
            return file(Stance.DENIES, publisher, date, details);
        }

        @SafeVarargs
        private ClaimDraft file(Stance stance, String publisher, String date, Consumer<EvidenceDraft>... details) {
            String source = publisher + " " + date;
            source(source).publisher(publisher).published(date);
            return from(source, stance, details);
        }

        /** Evidence of a source that was filed before. */
        @SafeVarargs
        final ClaimDraft from(String source, Stance stance, Consumer<EvidenceDraft>... details) {
            EvidenceDraft draft = new EvidenceDraft("e" + (evidence.size() + 1), ++position, source, value);
            draft.stance = stance;
            Arrays.stream(details).forEach(it -> it.accept(draft));
            evidence.add(draft);
            return this;
        }

        /** Evidence in support of a source that was filed before. */
        @SafeVarargs
        final ClaimDraft from(String source, Consumer<EvidenceDraft>... details) {
            return from(source, Stance.SUPPORTS, details);
        }

        Claim built(Map<String, Source> built) {
            return new Claim(
                    id,
                    filedAt,
                    value,
                    qualifiers,
                    valid,
                    null,
                    review,
                    retracted,
                    ranked,
                    assessed,
                    List.copyOf(relations),
                    List.copyOf(deniedBy),
                    List.copyOf(annulledBy),
                    evidence.stream()
                            .map(it -> evidence(it, built.get(it.source)))
                            .toList());
        }

        private Evidence evidence(EvidenceDraft draft, Source source) {
            return new Evidence(
                    draft.id,
                    id,
                    draft.position,
                    draft.source,
                    draft.stance,
                    draft.modality,
                    draft.attribution,
                    draft.saidOn,
                    draft.credibility,
                    draft.live,
                    draft.withdrawn,
                    draft.accepted,
                    draft.value,
                    Origins.r2Reported(source));
        }
    }
}
