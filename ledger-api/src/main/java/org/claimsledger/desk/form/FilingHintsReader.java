package org.claimsledger.desk.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.claimsledger.desk.claim.ClaimListRows;
import org.claimsledger.desk.claim.ClaimListRows.ClaimListRow;
import org.claimsledger.desk.claim.QuestionSummaries;
import org.claimsledger.desk.claim.QuestionSummaries.QuestionSummary;
import org.claimsledger.desk.form.EffectPreviewReader.EffectPreview;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.subject.SubjectListRow;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.PredicateWords;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionFilter;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.ValueJson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the hints for a filing while it is written. Whatever cannot be read yet is left out. */
@Component
final class FilingHintsReader {

    private static final int MAX_HITS = 4;

    FilingHints of(ClaimFilingForm claimFilingForm, @Nullable EffectPreview effectPreview, PageRequest pageRequest) {
        ObjectNode body = claimFilingForm.claim().body();
        NameLookup nameLookup = new NameLookup(
                pageRequest.readModel().registry(), pageRequest.viewpoint().position(), pageRequest.links());
        Optional<SubjectId> subject = read(body.path("subject")).flatMap(it -> parsed(() -> new SubjectId(it)));
        Optional<PredicateKey> predicate =
                read(body.path("predicate")).flatMap(it -> parsed(() -> new PredicateKey(it)));
        return new FilingHints(
                sentence(claimFilingForm, body, subject, predicate, nameLookup, pageRequest),
                predicate.flatMap(nameLookup::predicate).map(PredicateWords::of).orElse(null),
                similarSubjects(claimFilingForm, pageRequest),
                subject.isPresent() && predicate.isPresent()
                        ? sameQuestion(subject.get(), predicate.get(), nameLookup, pageRequest)
                        : List.of(),
                similarClaims(claimFilingForm, nameLookup, pageRequest),
                effectPreview);
    }

    private static @Nullable String sentence(
            ClaimFilingForm claimFilingForm,
            ObjectNode body,
            Optional<SubjectId> subject,
            Optional<PredicateKey> predicate,
            NameLookup nameLookup,
            PageRequest pageRequest) {
        String statement = claimFilingForm.claim().text("statement");
        if (!statement.isEmpty()) {
            return statement;
        }
        String name = claimFilingForm.registersSubject()
                ? claimFilingForm.newSubject().text("new-subject/name")
                : subject.map(it -> nameLookup.subject(it).text()).orElse(null);
        JsonNode value = body.path("value");
        if (name == null || predicate.isEmpty() || value.isMissingNode()) {
            return null;
        }
        return parsed(() -> ValueJson.read(value))
                .map(it -> name + ": " + nameLookup.label(predicate.get()) + " "
                        + new ValueWords(nameLookup, pageRequest.links())
                                .of(it, predicate.get())
                                .text())
                .orElse(null);
    }

    private List<SubjectListRow> similarSubjects(ClaimFilingForm claimFilingForm, PageRequest pageRequest) {
        String name = claimFilingForm.newSubject().text("new-subject/name");
        return name.isEmpty()
                ? List.of()
                : pageRequest
                        .readModel()
                        .search()
                        .subjects(name, null, pageRequest.viewpoint().position(), 0, MAX_HITS)
                        .items()
                        .stream()
                        .map(it -> SubjectListRow.of(it.subject().subject(), pageRequest.links()))
                        .toList();
    }

    private List<QuestionSummary> sameQuestion(
            SubjectId subject, PredicateKey predicate, NameLookup nameLookup, PageRequest pageRequest) {
        QuestionFilter filter = new QuestionFilter(subject, predicate, null);
        return new QuestionSummaries(
                        nameLookup,
                        pageRequest.links(),
                        pageRequest.viewpoint().resolved().day())
                .of(pageRequest
                        .readModel()
                        .answers()
                        .page(filter, pageRequest.viewpoint().resolved(), 0, MAX_HITS)
                        .items());
    }

    private List<ClaimListRow> similarClaims(
            ClaimFilingForm claimFilingForm, NameLookup nameLookup, PageRequest pageRequest) {
        String statement = claimFilingForm.claim().text("statement");
        return statement.isEmpty()
                ? List.of()
                : new ClaimListRows(
                                nameLookup,
                                pageRequest.links(),
                                pageRequest.viewpoint().resolved().day())
                        .of(pageRequest
                                .readModel()
                                .search()
                                .claims(
                                        statement,
                                        ClaimFilter.ALL,
                                        pageRequest.viewpoint().point(),
                                        0,
                                        MAX_HITS)
                                .items()
                                .stream()
                                .map(it -> it.claim())
                                .toList());
    }

    private static Optional<String> read(JsonNode node) {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static <T> Optional<T> parsed(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (Refused notYet) {
            return Optional.empty();
        }
    }

    /**
     * The meaning of a filing that is being written, as far as it can be read.
     *
     * @param sentence the claim as readers will see it
     * @param predicateSentence the values that its predicate takes, as a sentence
     * @param similarSubjects subjects of the ledger with a name like that of the subject that would be registered
     * @param sameQuestion the ledger's answers to the same question
     * @param similarClaims claims with a similar statement
     * @param effect the changes that it would make; absent while it could not be recorded
     */
    public record FilingHints(
            @Nullable String sentence,
            @Nullable String predicateSentence,
            List<SubjectListRow> similarSubjects,
            List<QuestionSummary> sameQuestion,
            List<ClaimListRow> similarClaims,
            @Nullable EffectPreview effect) {}
}
