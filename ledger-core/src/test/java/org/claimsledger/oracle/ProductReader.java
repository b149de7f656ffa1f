package org.claimsledger.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.claimsledger.bestknown.BestKnown;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.Compatibility.ValueAgreement;
import org.claimsledger.bestknown.EvidenceState;
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
            questions.put(named(answeredQuestion.question()), reading(answeredQuestion.bestKnown()));
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
        for (EvidenceState it : state.evidence()) {
            evidence.put(
                    it.id().value(),
                    new OracleReading.EvidenceReading(
                            it.reported(),
                            it.withdrawal() != null,
                            it.live(),
                            it.value(),
                            it.speaksFor() != ValueAgreement.OTHER,
                            review(it.review())));
        }
        Map<Object, Set<String>> origins = state.evidence().stream()
                .collect(Collectors.groupingBy(
                        EvidenceState::origin, Collectors.mapping(it -> it.id().value(), Collectors.toSet())));
        return new OracleReading.ClaimReading(
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

    private static OracleReading.QuestionReading reading(BestKnown known) {
        return new OracleReading.QuestionReading(
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
