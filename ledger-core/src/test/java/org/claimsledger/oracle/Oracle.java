package org.claimsledger.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.claimsledger.event.ClaimEvent.ClaimAsserted;
import org.claimsledger.event.ClaimRelation;
import org.claimsledger.oracle.policy2.Given;
import org.claimsledger.oracle.policy2.PolicyTwo;
import org.claimsledger.oracle.policy2.Reading;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;

/**
 * What is best known, once more: slow, without memory, and sharing nothing with the product but the records of events
 * and what their parts mean (dates, quantities, units, folded texts). Every reading starts from the first event: this folds
 * the clocks, and {@link PolicyTwo} reads what they leave.
 */
final class Oracle {

    private record Topic(SubjectId subject, PredicateKey predicate) {}

    private final OracleWorld world;
    private final OracleViewpoint oracleViewpoint;
    private final Map<ClaimId, OracleClaim> claims = new LinkedHashMap<>();

    private Oracle(List<OracleEvent> all, OracleViewpoint oracleViewpoint) {
        List<OracleEvent> history = recordedBy(oracleViewpoint, all);
        this.oracleViewpoint = oracleViewpoint;
        this.world = new OracleWorld(history, oracleViewpoint);
        for (OracleEvent oracleEvent : history) {
            if (oracleEvent.event() instanceof ClaimAsserted asserted) {
                OracleClaim claim = new OracleClaim(asserted.claim(), history, world, oracleViewpoint);
                if (claim.isPresent()) {
                    claims.put(claim.id, claim);
                }
            }
        }
    }

    static OracleReading read(List<OracleEvent> all, OracleViewpoint oracleViewpoint) {
        return new Oracle(all, oracleViewpoint).reading();
    }

    /** One claim of it; null where it is not present. */
    static OracleReading.ClaimReading read(ClaimId id, List<OracleEvent> all, OracleViewpoint oracleViewpoint) {
        List<OracleEvent> history = recordedBy(oracleViewpoint, all);
        OracleWorld world = new OracleWorld(history, oracleViewpoint);
        OracleClaim claim = new OracleClaim(id, history, world, oracleViewpoint);
        return claim.isPresent() ? reading(claim, world, oracleViewpoint) : null;
    }

    private static List<OracleEvent> recordedBy(OracleViewpoint oracleViewpoint, List<OracleEvent> all) {
        return all.stream()
                .filter(oracleEvent -> oracleEvent.position() <= oracleViewpoint.position())
                .toList();
    }

    private OracleReading reading() {
        SortedMap<String, OracleReading.ClaimReading> read = new TreeMap<>();
        claims.forEach((id, claim) -> read.put(id.value(), reading(claim, world, oracleViewpoint)));
        SortedMap<String, OracleReading.QuestionReading> questions = new TreeMap<>();
        Set<Topic> topics = new HashSet<>();
        claims.values().forEach(it -> topics.add(topic(it)));
        for (Topic topic : topics) {
            for (Reading question : PolicyTwo.read(given(topic))) {
                questions.put(topic.subject() + " " + topic.predicate() + " " + question.members(), reading(question));
            }
        }
        return new OracleReading(read, questions);
    }

    private Topic topic(OracleClaim claim) {
        return new Topic(world.subject(claim.content.subject()), claim.content.predicate());
    }

    private List<OracleClaim> about(Topic topic) {
        return claims.values().stream()
                .filter(it -> it.isAccepted() && topic(it).equals(topic))
                .toList();
    }

    private Given given(Topic topic) {
        OracleTopic about = new OracleTopic(world, oracleViewpoint, topic.predicate());
        List<Given.Claim> judged = new ArrayList<>();
        for (OracleClaim claim : about(topic)) {
            judged.add(about.claim(claim, denials(claim), annulments(claim, Set.of())));
        }
        return about.given(judged);
    }

    /** What other claims, of whatever question, say by having this one as their value under a predicate that denies. */
    private List<Given.DeniedByClaim> denials(OracleClaim denied) {
        List<Given.DeniedByClaim> denials = new ArrayList<>();
        for (OracleClaim claim : claims.values()) {
            boolean isAboutIt = claim.content.value() instanceof Value.AnotherClaim it
                    && it.claim().equals(denied.id);
            if (isAboutIt
                    && claim.isAccepted()
                    && world.predicate(claim.content.predicate()).denies()
                    && ifItCanAnswer(claim, Set.of()).isPresent()) {
                denials.add(
                        new Given.DeniedByClaim("subject " + world.subject(claim.content.subject()), claim.id.value()));
            }
        }
        return denials;
    }

    /** @param asked the claims whose annulments are being looked for: in a ring each is asked once */
    private List<Given.Annulment> annulments(OracleClaim annulled, Set<ClaimId> asked) {
        Set<ClaimId> further = new HashSet<>(asked);
        further.add(annulled.id);
        List<Given.Annulment> annulments = new ArrayList<>();
        for (OracleClaim claim : claims.values()) {
            boolean annuls = claim.relations.values().stream()
                    .anyMatch(it -> it.relation() == ClaimRelation.ANNULS
                            && it.claim().equals(claim.id)
                            && it.other().equals(annulled.id));
            if (annuls && claim.isAccepted() && !further.contains(claim.id)) {
                ifItCanAnswer(claim, further).ifPresent(annulments::add);
            }
        }
        return annulments;
    }

    private Optional<Given.Annulment> ifItCanAnswer(OracleClaim claim, Set<ClaimId> asked) {
        Topic topic = topic(claim);
        OracleTopic about = new OracleTopic(world, oracleViewpoint, topic.predicate());
        List<Given.Claim> judged = new ArrayList<>();
        for (OracleClaim each : about(topic)) {
            judged.add(about.claim(each, List.of(), each == claim ? annulments(each, asked) : List.of()));
        }
        return PolicyTwo.ifItCanAnswer(about.given(judged), claim.id.value());
    }

    private static OracleReading.ClaimReading reading(
            OracleClaim claim, OracleWorld world, OracleViewpoint oracleViewpoint) {
        OracleTopic about = new OracleTopic(world, oracleViewpoint, claim.content.predicate());
        Given.Claim judged = about.claim(claim, List.of(), List.of());
        Reading.Alone alone = PolicyTwo.alone(about.given(List.of(judged)), judged);
        SortedMap<String, OracleReading.EvidenceReading> evidence = new TreeMap<>();
        for (OracleClaim.OracleEvidence each : claim.evidence) {
            Reading.Attested attested = alone.attested().get(each.id);
            evidence.put(
                    each.id,
                    new OracleReading.EvidenceReading(
                            each.reported,
                            each.withdrawn,
                            claim.isLive(each),
                            each.value,
                            each.review,
                            attested.origin(),
                            attested.carrier(),
                            attested.date().first(),
                            attested.date().last(),
                            attested.rating() == null ? null : attested.rating().toString(),
                            attested.credibility(),
                            attested.isProtected(),
                            claim.isLive(each) && attested.isDoubtful()));
        }
        return new OracleReading.ClaimReading(
                claim.revision,
                claim.content,
                claim.isAccepted() ? alone.status().name().toLowerCase(Locale.ROOT) : claim.review,
                claim.review,
                claim.retracted != null,
                claim.rank,
                claim.verdict,
                claim.reported(),
                alone.supporting(),
                alone.disputing(),
                alone.asserting(),
                alone.rating() == null ? null : alone.rating().toString(),
                alone.credibility(),
                evidence);
    }

    private OracleReading.QuestionReading reading(Reading question) {
        boolean open = question.answer() == null;
        Reading.OfClaim answer = open ? null : question.of(question.answer());
        return new OracleReading.QuestionReading(
                question.status().name().toLowerCase(Locale.ROOT),
                question.answer(),
                open ? null : question.inForce().name().toLowerCase(Locale.ROOT),
                open ? null : answer.supporting(),
                open ? 0 : answer.against().size(),
                open ? null : answer.fresh().first() + " to " + answer.fresh().last(),
                question.order(),
                question.givenUp().stream()
                        .map(it -> it.claim() + " " + position(it) + " "
                                + it.until().first() + " to " + it.until().last())
                        .collect(Collectors.toSet()));
    }

    private long position(Reading.GivenUp givenUp) {
        return claims.get(new ClaimId(givenUp.claim())).evidence.stream()
                .filter(it -> it.id.equals(givenUp.evidence()))
                .mapToLong(it -> it.position)
                .findFirst()
                .orElseThrow();
    }
}
