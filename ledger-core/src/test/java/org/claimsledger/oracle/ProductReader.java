package org.claimsledger.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.claimsledger.bestknown.Attestation;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.GivenUpStatements;
import org.claimsledger.bestknown.Origin;
import org.claimsledger.bestknown.Question;
import org.claimsledger.claim.Review;
import org.claimsledger.history.CompleteHistory;
import org.claimsledger.history.HistoryAnswers;

/** The product's own reading of a history, in the form of the oracle's. */
final class ProductReader {

    private ProductReader() {}

    static OracleReading read(List<OracleEvent> all, OracleViewpoint oracleViewpoint) {
        CompleteHistory inMemoryHistory = chronicle(all, oracleViewpoint.position());
        Instant publishedBy = oracleViewpoint.publishedBy() == null ? Instant.MAX : oracleViewpoint.publishedBy();
        SortedMap<String, OracleReading.ClaimReading> claims = new TreeMap<>();
        for (ClaimState state : HistoryAnswers.states(inMemoryHistory, publishedBy)) {
            claims.put(state.claim().id().value(), reading(state));
        }
        SortedMap<String, OracleReading.QuestionReading> questions = new TreeMap<>();
        for (HistoryAnswers.AnsweredQuestion answeredQuestion : HistoryAnswers.bestKnown(
                inMemoryHistory, publishedBy, oracleViewpoint.validOn(), oracleViewpoint.today())) {
            OracleReading.QuestionReading reading = reading(inMemoryHistory, answeredQuestion, oracleViewpoint);
            questions.put(named(answeredQuestion.question(), reading.order()), reading);
        }
        return new OracleReading(claims, questions);
    }

    static CompleteHistory chronicle(List<OracleEvent> all, long position) {
        CompleteHistory inMemoryHistory = new CompleteHistory();
        all.stream()
                .filter(oracleEvent -> oracleEvent.position() <= position)
                .forEach(oracleEvent ->
                        inMemoryHistory.add(oracleEvent.position(), oracleEvent.recordedAt(), oracleEvent.event()));
        return inMemoryHistory;
    }

    private static OracleReading.ClaimReading reading(ClaimState state) {
        SortedMap<String, OracleReading.EvidenceReading> evidence = new TreeMap<>();
        state.evidence().forEach(it -> evidence.put(it.id().value(), reading(it)));
        return new OracleReading.ClaimReading(
                state.claim().revision(),
                state.claim().content(),
                lower(state.status()),
                review(state.claim().review()),
                state.claim().retraction() != null,
                state.claim().rank(),
                state.claim().verdict(),
                state.reported(),
                state.weight().supporting(),
                state.weight().disputing(),
                state.weight().asserting(),
                text(state.weight().reliability()),
                state.weight().credibility(),
                evidence);
    }

    private static OracleReading.EvidenceReading reading(EvidenceState state) {
        Attestation attestation = state.attestation();
        return new OracleReading.EvidenceReading(
                state.reported(),
                state.withdrawal() != null,
                state.live(),
                state.value(),
                review(state.review()),
                attestation.origin().key(),
                attestation.carrier().key(),
                attestation.date().first(),
                attestation.date().last(),
                text(attestation.rating()),
                attestation.credibility(),
                attestation.isProtected(),
                state.live() && attestation.isQuestioned());
    }

    private static String review(Review review) {
        return review == null ? null : lower(review.state());
    }

    private static OracleReading.QuestionReading reading(
            CompleteHistory history, HistoryAnswers.AnsweredQuestion answered, OracleViewpoint viewpoint) {
        BestKnown known = answered.bestKnown();
        List<CompetingClaim> claims = new ArrayList<>();
        if (known.answer() != null) {
            claims.add(known.answer());
        }
        known.alternatives().forEach(it -> claims.add(it.candidate()));
        return new OracleReading.QuestionReading(
                lower(known.status()),
                known.answer() == null ? null : known.answer().claim().value(),
                known.inForce() == null ? null : lower(known.inForce()),
                known.support() == null
                        ? null
                        : known.support().origins().stream().map(Origin::key).collect(Collectors.toSet()),
                known.against(),
                known.support() == null
                        ? null
                        : known.support().fresh().first() + " to "
                                + known.support().fresh().last(),
                claims.stream().map(it -> it.claim().value()).toList(),
                GivenUpStatements.of(
                        claims,
                        Objects.requireNonNull(
                                history.predicate(answered.question().predicate())),
                        history));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static String named(Question question, List<String> claims) {
        return question.subject() + " " + question.predicate() + " "
                + claims.stream().sorted().toList();
    }
}
