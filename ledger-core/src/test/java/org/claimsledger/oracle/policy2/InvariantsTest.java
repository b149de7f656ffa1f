package org.claimsledger.oracle.policy2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import org.claimsledger.oracle.policy2.Given.Cardinality;
import org.claimsledger.oracle.policy2.Given.Claim;
import org.claimsledger.oracle.policy2.Given.Dependence;
import org.claimsledger.oracle.policy2.Given.Evidence;
import org.claimsledger.oracle.policy2.Given.Lineage;
import org.claimsledger.oracle.policy2.Given.Modality;
import org.claimsledger.oracle.policy2.Given.Source;
import org.claimsledger.oracle.policy2.Given.Stance;
import org.claimsledger.oracle.policy2.Given.Who;
import org.claimsledger.oracle.policy2.Reading.Because;
import org.claimsledger.oracle.policy2.Reading.OfClaim;
import org.claimsledger.oracle.policy2.Reading.Status;
import org.claimsledger.time.Edtf;
import org.junit.jupiter.api.Test;

/**
 * What must be so whatever was filed. {@code -Dpolicy2.inputs=8000} says how many random inputs, {@code -Dpolicy2.seed=1}
 * from which on.
 */
class InvariantsTest {

    private static final long INPUTS = Long.getLong("policy2.inputs", 300);
    private static final long SEED = Long.getLong("policy2.seed", 1);

    /** The seeds for which something is not so. */
    private static List<String> exceptions(Function<Long, String> check) {
        List<String> found = new ArrayList<>();
        for (long seed = SEED; seed < SEED + INPUTS && found.size() < 20; seed++) {
            String wrong = check.apply(seed);
            if (!wrong.isEmpty()) {
                found.add("seed " + seed + ": " + wrong);
            }
        }
        return found;
    }

    @Test
    void theAnswerDoesNotDependOnTheOrderOfFiling() {
        assertThat(exceptions(InvariantsTest::changesWithTheOrder)).isEmpty();
    }

    @Test
    void anEchoChangesNothing() {
        assertThat(exceptions(seed -> changesWith(seed, InvariantsTest::echo))).isEmpty();
    }

    @Test
    void deadEvidenceChangesNothing() {
        assertThat(exceptions(seed -> changesWith(seed, InvariantsTest::dead))).isEmpty();
    }

    @Test
    void moreSupportNeverUnseatsTheAnswer() {
        assertThat(exceptions(InvariantsTest::isUnseatedByMoreSupport)).isEmpty();
    }

    @Test
    void whatIsDeniedAndNotRuledIsNeverUncontested() {
        assertThat(exceptions(InvariantsTest::isDeniedAndUncontested)).isEmpty();
    }

    @Test
    void whatAnswersIsSupportedAndOnlyWhatIsOpenHasNoAnswer() {
        assertThat(exceptions(seed -> {
                    for (Reading reading : PolicyTwo.read(new RandomGiven(seed).given())) {
                        if (reading.answer() == null && reading.status() != Status.OPEN) {
                            return "no answer and not open";
                        }
                        if (reading.answer() != null
                                && reading.of(reading.answer()).grade() == 0) {
                            return "an answer that nothing supports";
                        }
                    }
                    return "";
                }))
                .isEmpty();
    }

    private static Map<List<String>, Reading> byMembers(Given given) {
        Map<List<String>, Reading> readings = new LinkedHashMap<>();
        PolicyTwo.read(given).forEach(it -> readings.put(it.members(), it));
        return readings;
    }

    /** A reading but for what the last tie-breaker alone decides. */
    private static String essence(Reading reading) {
        StringBuilder text = new StringBuilder();
        text.append(reading.status())
                .append(' ')
                .append(reading.answer())
                .append(' ')
                .append(reading.inForce());
        for (String id : new TreeSet<>(reading.members())) {
            OfClaim of = reading.of(id);
            text.append("\n  ").append(of);
        }
        return text.toString();
    }

    private static String changesWithTheOrder(long seed) {
        Given given = new RandomGiven(seed).given();
        if (given.predicate().cardinality() == Cardinality.MANY) {
            return "";
        }
        Map<List<String>, Reading> before = byMembers(given);
        Map<List<String>, Reading> after = byMembers(reordered(given, new Random(seed)));
        if (!before.keySet().equals(after.keySet())) {
            return "other questions: " + before.keySet() + " " + after.keySet();
        }
        for (List<String> members : before.keySet()) {
            Reading one = before.get(members);
            Reading other = after.get(members);
            boolean byPosition = one.because() == Because.RECORDED_LATER || other.because() == Because.RECORDED_LATER;
            if (!byPosition && !essence(one).equals(essence(other))) {
                return essence(one) + "\n→ " + essence(other);
            }
        }
        return "";
    }

    /** Other positions for claims and evidence, none of which moves to the other side of a decision of the desk. */
    private static Given reordered(Given given, Random random) {
        List<Long> decisions = new ArrayList<>();
        decisions.add(given.view().position());
        for (Claim claim : given.claims()) {
            decisions.add(claim.ranked().position());
            if (claim.assessed() != null) {
                decisions.add(claim.assessed().position());
            }
        }
        Map<Long, List<Long>> epochs = new LinkedHashMap<>();
        for (long position : positions(given)) {
            long epoch = decisions.stream()
                    .filter(it -> it < position)
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
            epochs.computeIfAbsent(epoch, it -> new ArrayList<>()).add(position);
        }
        Map<Long, Long> moved = new LinkedHashMap<>();
        epochs.values().forEach(epoch -> {
            List<Long> shuffled = new ArrayList<>(epoch);
            Collections.shuffle(shuffled, random);
            for (int i = 0; i < epoch.size(); i++) {
                moved.put(epoch.get(i), shuffled.get(i));
            }
        });
        return with(
                given,
                given.sources(),
                given.claims().stream()
                        .map(claim -> claim.with(
                                moved.get(claim.position()),
                                claim.evidence().stream()
                                        .map(it -> it.at(moved.get(it.position())))
                                        .toList()))
                        .toList());
    }

    private static List<Long> positions(Given given) {
        List<Long> positions = new ArrayList<>();
        for (Claim claim : given.claims()) {
            positions.add(claim.position());
            claim.evidence().forEach(it -> positions.add(it.position()));
        }
        return positions;
    }

    private static Given with(Given given, Map<String, Source> sources, List<Claim> claims) {
        return new Given(given.view(), given.predicate(), given.subjects(), sources, claims);
    }

    private interface Addition {
        Given to(Given given, Claim claim, Evidence evidence);
    }

    private static String changesWith(long seed, Addition addition) {
        Given given = new RandomGiven(seed).given();
        Random random = new Random(seed);
        Claim claim = given.claims().get(random.nextInt(given.claims().size()));
        Evidence evidence = claim.evidence().get(random.nextInt(claim.evidence().size()));
        Source source = given.sources().get(evidence.source());
        boolean seen =
                given.view().position() == Long.MAX_VALUE && given.view().sees(evidence.reported()) && evidence.live();
        // Of several pieces from one source nobody knows which one an echo echoes.
        boolean lone = claim.evidence().stream()
                        .filter(it -> it.source().equals(evidence.source()) && it.stance() == evidence.stance())
                        .count()
                == 1;
        if (!seen || !lone || source.isProtected() || source.published() == null) {
            return "";
        }
        Map<List<String>, Reading> before = byMembers(given);
        Map<List<String>, Reading> after = byMembers(addition.to(given, claim, evidence));
        for (List<String> members : before.keySet()) {
            Reading other = after.get(members);
            if (other == null || !essence(before.get(members)).equals(essence(other))) {
                return claim.id() + " " + evidence + "\n" + essence(before.get(members)) + "\n→ "
                        + (other == null ? after.keySet() : essence(other));
            }
        }
        return "";
    }

    private static Given echo(Given given, Claim claim, Evidence evidence) {
        Source echo = source("echo", "echo-a", "2020-05-20", evidence.source());
        Evidence filed = filed(evidence, "echo", evidence.stance(), evidence.modality(), evidence.attribution(), true);
        return added(given, echo, claim, filed);
    }

    private static Given dead(Given given, Claim claim, Evidence evidence) {
        Source another = source("dead", "agency-z", "2020-03-04", null);
        Evidence filed = filed(evidence, "dead", Stance.SUPPORTS, Modality.RULED, List.of(), false);
        return added(given, another, claim, filed);
    }

    private static Source source(String id, String publisher, String published, String original) {
        List<Lineage> lineage =
                original == null ? List.of() : List.of(new Lineage(Dependence.REPUBLISHES, original, null));
        Who by = new Who.OfText(publisher, false);
        Instant registered = Instant.parse("2029-06-01T00:00:00Z");
        return new Source(
                id,
                by,
                Edtf.parse(published),
                null,
                registered,
                null,
                null,
                false,
                lineage,
                true,
                false,
                java.util.Set.of());
    }

    private static Evidence filed(
            Evidence like, String source, Stance stance, Modality modality, List<Who> attribution, boolean live) {
        return new Evidence(
                "added",
                like.claim(),
                1_000_000,
                source,
                stance,
                modality,
                attribution,
                null,
                null,
                live,
                !live,
                true,
                like.value(),
                like.reported());
    }

    private static Given added(Given given, Source source, Claim claim, Evidence evidence) {
        Map<String, Source> sources = new LinkedHashMap<>(given.sources());
        sources.put(source.id(), source);
        return with(
                given,
                sources,
                given.claims().stream()
                        .map(it -> it == claim ? it.and(evidence) : it)
                        .toList());
    }

    private static String isUnseatedByMoreSupport(long seed) {
        Given given = new RandomGiven(seed).given();
        if (given.view().position() != Long.MAX_VALUE) {
            return "";
        }
        for (Reading reading : PolicyTwo.read(given)) {
            if (reading.answer() != null) {
                Claim answer = given.claims().stream()
                        .filter(it -> it.id().equals(reading.answer()))
                        .findFirst()
                        .orElseThrow();
                Source more = source("more", "agency-z", "2020-03-0" + (1 + seed % 6), null);
                Evidence filed = new Evidence(
                        "added",
                        answer.id(),
                        1_000_000,
                        "more",
                        Stance.SUPPORTS,
                        Modality.ASSERTED,
                        List.of(),
                        null,
                        null,
                        true,
                        false,
                        true,
                        answer.value(),
                        Instant.parse("2020-03-01T00:00:00Z"));
                Reading after = byMembers(added(given, more, answer, filed)).get(reading.members());
                if (!reading.answer().equals(after.answer())) {
                    return essence(reading) + "\n→ " + essence(after);
                }
            }
        }
        return "";
    }

    private static String isDeniedAndUncontested(long seed) {
        Given given = new RandomGiven(seed).given();
        for (Reading reading : PolicyTwo.read(given)) {
            if (reading.status() == Status.UNCONTESTED
                    && reading.of(reading.answer()).grade() < 3) {
                Claim answer = given.claims().stream()
                        .filter(it -> it.id().equals(reading.answer()))
                        .findFirst()
                        .orElseThrow();
                boolean denied = !answer.deniedBy().isEmpty();
                for (Evidence evidence : new Sight(given).liveEvidence(answer)) {
                    boolean stands = reading.givenUp().stream()
                            .noneMatch(it -> it.claim().equals(answer.id())
                                    && it.evidence().equals(evidence.id()));
                    denied |= evidence.stance() == Stance.DENIES
                            && evidence.value().equals(answer.value())
                            && stands;
                }
                if (denied) {
                    return essence(reading);
                }
            }
        }
        return "";
    }
}
