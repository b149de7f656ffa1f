package org.claimsledger.desk.filing;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.claimsledger.desk.claim.ClaimLine;
import org.claimsledger.desk.claim.ClaimLines;
import org.claimsledger.desk.claim.QuestionView;
import org.claimsledger.desk.claim.QuestionViews;
import org.claimsledger.desk.effect.Effect;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.subject.SubjectLine;
import org.claimsledger.desk.subject.SubjectLines;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.PredicateWords;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.projection.answers.QuestionFilter;
import org.claimsledger.projection.versions.ClaimFilter;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.ValueJson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells what a filing means while it is written. What cannot be read yet is left out. */
@Component
final class HintsFinder {

    private static final int SOME = 4;

    Hints of(Filing filing, @Nullable Effect effect, Visit visit) {
        ObjectNode body = filing.claim().body();
        Names names = new Names(visit.seen().directory(), visit.at().position(), visit.to());
        Optional<SubjectId> subject = read(body.path("subject")).flatMap(it -> tried(() -> new SubjectId(it)));
        Optional<PredicateKey> predicate =
                read(body.path("predicate")).flatMap(it -> tried(() -> new PredicateKey(it)));
        return new Hints(
                sentence(filing, body, subject, predicate, names, visit),
                predicate.flatMap(names::predicate).map(PredicateWords::of).orElse(null),
                alike(filing, visit),
                subject.isPresent() && predicate.isPresent()
                        ? held(subject.get(), predicate.get(), names, visit)
                        : List.of(),
                similar(filing, names, visit),
                effect);
    }

    private static @Nullable String sentence(
            Filing filing,
            ObjectNode body,
            Optional<SubjectId> subject,
            Optional<PredicateKey> predicate,
            Names names,
            Visit visit) {
        String statement = filing.claim().text("statement");
        if (!statement.isEmpty()) {
            return statement;
        }
        String name = filing.registersSubject()
                ? filing.newSubject().text("new-subject/name")
                : subject.map(it -> names.subject(it).text()).orElse(null);
        JsonNode value = body.path("value");
        if (name == null || predicate.isEmpty() || value.isMissingNode()) {
            return null;
        }
        return tried(() -> ValueJson.read(value))
                .map(it -> name + ": " + names.label(predicate.get()) + " "
                        + new ValueWords(names, visit.to())
                                .of(it, predicate.get())
                                .text())
                .orElse(null);
    }

    private List<SubjectLine> alike(Filing filing, Visit visit) {
        String name = filing.newSubject().text("new-subject/name");
        return name.isEmpty()
                ? List.of()
                : visit.seen().search().subjects(name, null, visit.at().position(), 0, SOME).items().stream()
                        .map(it -> SubjectLines.of(it.subject().subject(), visit.to()))
                        .toList();
    }

    private List<QuestionView> held(SubjectId subject, PredicateKey predicate, Names names, Visit visit) {
        QuestionFilter filter = new QuestionFilter(subject, predicate, null);
        return new QuestionViews(names, visit.to(), visit.at().viewpoint().day())
                .of(visit.seen()
                        .answers()
                        .page(filter, visit.at().viewpoint(), 0, SOME)
                        .items());
    }

    private List<ClaimLine> similar(Filing filing, Names names, Visit visit) {
        String statement = filing.claim().text("statement");
        return statement.isEmpty()
                ? List.of()
                : new ClaimLines(names, visit.to(), visit.at().viewpoint().day())
                        .of(visit
                                .seen()
                                .search()
                                .claims(statement, ClaimFilter.ALL, visit.at().moment(), 0, SOME)
                                .items()
                                .stream()
                                .map(it -> it.claim())
                                .toList());
    }

    private static Optional<String> read(JsonNode node) {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static <T> Optional<T> tried(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (Refused notYet) {
            return Optional.empty();
        }
    }
}
