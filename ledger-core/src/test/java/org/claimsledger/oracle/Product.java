package org.claimsledger.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.Chronicle;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.Question;
import org.claimsledger.bestknown.SpeaksFor;
import org.claimsledger.claim.Review;

/** The product's own reading of a history, in the form of the oracle's. */
final class Product {

    private Product() {}

    static Reading read(List<Entry> all, Vantage vantage) {
        Chronicle chronicle = chronicle(all, vantage.position());
        Instant publishedBy = vantage.publishedBy() == null ? Instant.MAX : vantage.publishedBy();
        SortedMap<String, Reading.OfClaim> claims = new TreeMap<>();
        for (ClaimState state : chronicle.states(publishedBy)) {
            claims.put(state.claim().id().value(), reading(state));
        }
        SortedMap<String, Reading.OfQuestion> questions = new TreeMap<>();
        for (Chronicle.Answered answered : chronicle.bestKnown(publishedBy, vantage.validOn(), vantage.today())) {
            questions.put(named(answered.question()), reading(answered.bestKnown()));
        }
        return new Reading(claims, questions);
    }

    static Chronicle chronicle(List<Entry> all, long position) {
        Chronicle chronicle = new Chronicle();
        all.stream()
                .filter(entry -> entry.position() <= position)
                .forEach(entry -> chronicle.add(entry.position(), entry.recordedAt(), entry.event()));
        return chronicle;
    }

    private static Reading.OfClaim reading(ClaimState state) {
        SortedMap<String, Reading.OfEvidence> evidence = new TreeMap<>();
        for (EvidenceState it : state.evidence()) {
            evidence.put(
                    it.id().value(),
                    new Reading.OfEvidence(
                            it.reported(),
                            it.withdrawal() != null,
                            it.live(),
                            it.value(),
                            it.speaksFor() != SpeaksFor.OTHER,
                            review(it.review())));
        }
        Map<Object, Set<String>> origins = state.evidence().stream()
                .collect(Collectors.groupingBy(
                        EvidenceState::origin, Collectors.mapping(it -> it.id().value(), Collectors.toSet())));
        return new Reading.OfClaim(
                state.claim().revision(),
                state.claim().content(),
                state.status().name().toLowerCase(java.util.Locale.ROOT),
                review(state.claim().review()),
                state.claim().retraction() != null,
                state.claim().rank(),
                state.claim().verdict(),
                state.reported(),
                state.weight().supporting(),
                state.weight().disputing(),
                state.weight().asserting(),
                state.weight().reliability(),
                state.weight().credibility(),
                evidence,
                Set.copyOf(origins.values()));
    }

    private static String review(Review review) {
        return review == null ? null : review.state().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Reading.OfQuestion reading(BestKnown known) {
        return new Reading.OfQuestion(
                known.status().name().toLowerCase(java.util.Locale.ROOT),
                known.answer() == null ? null : known.answer().claim().value(),
                known.inForce(),
                known.alternatives().stream()
                        .map(it -> it.candidate().claim().value())
                        .collect(Collectors.toSet()));
    }

    private static String named(Question question) {
        StringBuilder text =
                new StringBuilder().append(question.subject()).append(' ').append(question.predicate());
        question.qualifiers()
                .forEach(
                        (key, value) -> text.append(' ').append(key).append('=').append(value));
        if (question.only() != null) {
            text.append(' ').append(question.only());
        }
        return text.toString();
    }
}
