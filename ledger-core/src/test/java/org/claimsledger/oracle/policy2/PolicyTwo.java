package org.claimsledger.oracle.policy2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.claimsledger.oracle.policy2.Given.Annulment;
import org.claimsledger.oracle.policy2.Given.Claim;
import org.claimsledger.oracle.policy2.Given.Who;
import org.claimsledger.oracle.policy2.Values.Stand;

/** The best-known state under version 2 of the policy, worked out slowly: all pairs, nothing kept. */
public final class PolicyTwo {

    private static final Set<String> OWN_ERRORS =
            Set.of("recorded_in_error", "wrong_identity", "misattributed", "mistranslated", "duplicate");

    private final Given given;

    private PolicyTwo(Given given) {
        this.given = given;
    }

    /** The questions that the claims ask, by the position of their first claims. */
    public static List<Reading> read(Given given) {
        PolicyTwo policy = new PolicyTwo(given);
        return policy.r0Questions().stream()
                .filter(it -> !r0IsNotAsked(it))
                .map(it -> new OracleQuestion(given, it).reading())
                .toList();
    }

    /** A claim by itself, whatever the desk decided about it and whatever else is said on its question. */
    public static Reading.Alone alone(Given given, Claim claim) {
        return Alone.read(given, claim);
    }

    /**
     * What a claim that annuls another one, or denies it, does to that; empty where it cannot answer its own question,
     * whatever day is asked about.
     */
    public static Optional<Annulment> ifItCanAnswer(Given given, String claim) {
        for (List<Claim> members : new PolicyTwo(given).r0Questions()) {
            for (Claim member : members) {
                if (member.id().equals(claim)) {
                    return Forces.ifItCanAnswer(given, members, member);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Qualifiers named by the cardinality are equal. Under many, a claim joins the first question whose first claim has the
     * same value, equal qualifiers, and no valid time disjoint from its own.
     */
    private List<List<Claim>> r0Questions() {
        List<List<Claim>> questions = new ArrayList<>();
        List<Claim> present = given.claims().stream()
                .filter(new Sight(given)::isPresent)
                .sorted(Comparator.comparing(Claim::position))
                .toList();
        for (Claim claim : present) {
            questions.stream()
                    .filter(it -> r0Joins(claim, it.getFirst()))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Claim> another = new ArrayList<>();
                        questions.add(another);
                        return another;
                    })
                    .add(claim);
        }
        return questions;
    }

    private boolean r0Joins(Claim claim, Claim first) {
        return switch (given.predicate().cardinality()) {
            case ONE -> true;
            case ONE_PER ->
                r0Qualifiers(claim, given.predicate().per())
                        .equals(r0Qualifiers(first, given.predicate().per()));
            case MANY ->
                new Values(given).r4(claim, first) == Stand.SAME
                        && r0Qualifiers(claim, claim.qualifiers().keySet())
                                .equals(r0Qualifiers(first, first.qualifiers().keySet()))
                        && !Times.areDisjoint(claim, first);
        };
    }

    private Map<String, String> r0Qualifiers(Claim claim, Iterable<String> keys) {
        Map<String, String> folded = new TreeMap<>();
        for (String key : keys) {
            if (claim.qualifiers().containsKey(key)) {
                folded.put(key, r0Qualifier(claim.qualifiers().get(key)));
            }
        }
        return folded;
    }

    /** Equal where they are ids of subjects that are one after merges, else where they are equal after folding. */
    private String r0Qualifier(Who who) {
        return switch (who) {
            case Who.OfSubject subject -> "subject " + given.subjects().keptAs().apply(subject.id());
            case Who.OfText text -> r0Qualifier(text.text());
            case Who.OfSource source -> "source " + source.id();
        };
    }

    /** A text that is an id once it is folded ("Case X" for case-x) means that subject, else equality would not carry on. */
    private String r0Qualifier(String text) {
        if (given.subjects().known().test(text)) {
            return "subject " + given.subjects().keptAs().apply(text);
        }
        Set<String> meant = new TreeSet<>();
        for (String separator : List.of("-", "_", "")) {
            String id = Origins.foldedQualifier(text).replace(" ", separator);
            if (given.subjects().known().test(id)
                    && Origins.foldedQualifier(id).equals(Origins.foldedQualifier(text))) {
                meant.add(given.subjects().keptAs().apply(id));
            }
        }
        return meant.size() == 1 ? "subject " + meant.iterator().next() : "text " + Origins.foldedQualifier(text);
    }

    /** A question whose claims were all retracted for nothing but the desk's own errors is not asked. */
    private static boolean r0IsNotAsked(List<Claim> members) {
        return members.stream()
                .allMatch(it ->
                        it.retracted() != null && !it.retracted().isEmpty() && OWN_ERRORS.containsAll(it.retracted()));
    }
}
