package org.claimsledger.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.event.Publisher;
import org.claimsledger.event.Verdict;
import org.claimsledger.event.VocabularyTerm;
import org.claimsledger.oracle.policy2.Given;
import org.claimsledger.oracle.policy2.Given.Who;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.SubjectId;

/** What one subject has under one predicate, as the folds of the clocks leave it, in the words of the policy's oracle. */
final class OracleTopic {

    private final OracleWorld world;
    private final OracleViewpoint viewpoint;
    private final Predicate predicate;

    OracleTopic(OracleWorld world, OracleViewpoint viewpoint, PredicateKey predicate) {
        this.world = world;
        this.viewpoint = viewpoint;
        this.predicate = world.predicate(predicate);
    }

    Given given(List<Given.Claim> claims) {
        Map<String, Given.Source> sources = new HashMap<>();
        world.sources().forEach((id, source) -> sources.put(id.value(), source(source)));
        return new Given(
                new Given.View(viewpoint.position(), viewpoint.publishedBy(), viewpoint.validOn(), viewpoint.today()),
                vocabulary(),
                new Given.Subjects(
                        id -> world.subject(new SubjectId(id)).value(), world::subjectNamed, world::isSubject),
                sources,
                claims);
    }

    private Given.Vocabulary vocabulary() {
        Map<String, Set<String>> broader = new HashMap<>();
        for (VocabularyTerm term : predicate.terms()) {
            if (term.broader() != null) {
                broader.computeIfAbsent(term.term(), none -> new TreeSet<>()).add(term.broader());
            }
        }
        List<String> per = predicate.cardinality() instanceof Cardinality.OnePer onePer
                ? onePer.qualifiers().stream().map(Object::toString).toList()
                : List.of();
        return new Given.Vocabulary(
                predicate.time() == Tense.HOLDS,
                switch (predicate.cardinality()) {
                    case Cardinality.One one -> Given.Cardinality.ONE;
                    case Cardinality.OnePer onePer -> Given.Cardinality.ONE_PER;
                    case Cardinality.Many many -> Given.Cardinality.MANY;
                },
                per,
                predicate.unit(),
                predicate.cumulative(),
                predicate.measured(),
                broader);
    }

    private Given.Source source(OracleSource source) {
        List<Given.Lineage> lineage = new ArrayList<>();
        for (Lineage it : source.lineage) {
            lineage.add(new Given.Lineage(
                    Given.Dependence.valueOf(it.relation().name()),
                    it.source() == null ? null : it.source().value(),
                    it.outlet()));
        }
        Set<String> doubted = world.doubted(source.id);
        return new Given.Source(
                source.id.value(),
                switch (source.publisher) {
                    case null -> null;
                    case Publisher.ByName byName -> new Who.OfText(byName.name(), false);
                    case Publisher.BySubject by -> subject(by.subject());
                },
                source.published,
                source.captured,
                source.registered,
                source.content,
                source.reliability == null ? null : source.reliability.name().charAt(0),
                source.secret,
                lineage,
                world.stands(source.id),
                doubted != null,
                doubted == null ? Set.of() : doubted);
    }

    private Who subject(SubjectId id) {
        return new Who.OfSubject(id.value(), world.isIdentified(id));
    }

    private Who attestor(Attestor attestor) {
        return switch (attestor) {
            case Attestor.ByName byName -> new Who.OfText(byName.name(), byName.anonymous());
            case Attestor.BySubject by -> subject(by.subject());
            case Attestor.BySource by -> new Who.OfSource(by.source().value());
        };
    }

    /** A claim with what other claims do to it. */
    Given.Claim claim(OracleClaim claim, List<Given.DeniedByClaim> denials, List<Given.Annulment> annulments) {
        Map<String, Who> qualifiers = new TreeMap<>();
        claim.content
                .qualifiers()
                .forEach((key, qualifier) -> qualifiers.put(
                        key.value(),
                        switch (qualifier) {
                            case Qualifier.Text text -> new Who.OfText(text.text(), false);
                            case Qualifier.AnotherSubject another -> subject(another.subject());
                        }));
        return new Given.Claim(
                claim.id.value(),
                claim.position,
                claim.content.value(),
                qualifiers,
                claim.content.valid(),
                claim.content.finality() == null
                        ? null
                        : claim.content.finality().name(),
                claim.isAccepted()
                        ? Given.Review.ACCEPTED
                        : claim.review.equals("refused") ? Given.Review.REFUSED : Given.Review.PROPOSED,
                claim.retracted == null ? null : reasons(claim),
                new Given.Ranked(Given.Rank.valueOf(claim.rank.name()), claim.rankedAt),
                claim.verdict == null ? null : new Given.Assessed(verdict(claim.verdict), claim.assessedAt),
                relations(claim),
                denials,
                annulments,
                claim.evidence.stream().map(it -> evidence(claim, it)).toList());
    }

    private static Set<String> reasons(OracleClaim claim) {
        Set<String> reasons = new TreeSet<>();
        claim.retracted.forEach(it -> reasons.add(it.name().toLowerCase(java.util.Locale.ROOT)));
        return reasons;
    }

    private static Given.Verdict verdict(Verdict verdict) {
        return switch (verdict) {
            case VERIFIED -> Given.Verdict.VERIFIED;
            case FALSE -> Given.Verdict.FALSE;
            case UNDETERMINED, IN_PROGRESS, NOT_APPLICABLE -> Given.Verdict.OTHER;
        };
    }

    /** Annulments are given apart, since they reach across questions. */
    private static List<Given.Relation> relations(OracleClaim claim) {
        List<Given.Relation> relations = new ArrayList<>();
        claim.relations.forEach((position, it) -> {
            if (it.claim().equals(claim.id)
                    && it.relation() != ClaimRelation.ANNULS
                    && it.relation() != ClaimRelation.PART_OF) {
                relations.add(new Given.Relation(
                        Given.Link.valueOf(it.relation().name()), it.other().value(), position));
            }
        });
        return relations;
    }

    private Given.Evidence evidence(OracleClaim claim, OracleClaim.OracleEvidence evidence) {
        return new Given.Evidence(
                evidence.id,
                claim.id.value(),
                evidence.position,
                evidence.testimony.source().value(),
                Given.Stance.valueOf(evidence.testimony.stance().name()),
                Given.Modality.valueOf(evidence.testimony.modality().name()),
                evidence.testimony.attribution().stream().map(this::attestor).toList(),
                evidence.testimony.saidOn(),
                evidence.testimony.credibility(),
                claim.isLive(evidence),
                evidence.withdrawn,
                evidence.isAccepted(),
                evidence.value,
                evidence.reported);
    }
}
