package org.claimsledger.desk.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimsledger.api.form.FormInput;
import org.claimsledger.api.form.ValueControls;
import org.claimsledger.api.operation.Operation;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.claim.Claim;
import org.claimsledger.desk.claim.ClaimListRows;
import org.claimsledger.desk.form.FormTargetReader.FormTarget.ConcurrentChange;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.words.HistoryRows.HistoryRow;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.Publisher;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.projection.audit.AuditTrail.HistoryItem;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.registry.Registry.PredicateAt;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.projection.registry.Registry.SubjectAt;
import org.claimsledger.projection.table.Page;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.Rfc3339;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the resource that a form is about. */
@Component
final class FormTargetReader {

    /** The most events that are listed one by one between two readings of a claim. */
    private static final int MAX_EVENTS = 50;

    /** @param asOf the position of the log that it is read as of: now, or when a form was opened */
    FormTarget of(Operation operation, String id, long asOf, PageRequest pageRequest) {
        if (operation.isCreation()) {
            return FormTarget.NONE;
        }
        return switch (operation.resource()) {
            case CLAIM -> claim(claimAt(id, asOf, pageRequest), pageRequest);
            case SOURCE -> source(id, asOf, pageRequest);
            case SUBJECT -> subject(id, asOf, pageRequest);
            case PREDICATE -> predicate(id, asOf, pageRequest);
            case POLICY -> FormTarget.NONE;
        };
    }

    private static ClaimAt claimAt(String id, long asOf, PageRequest pageRequest) {
        return PathResource.claim(
                id, BitemporalPoint.asOf(asOf), pageRequest.readModel().claims());
    }

    private FormTarget claim(ClaimAt at, PageRequest pageRequest) {
        Claim claim = at.claim();
        ClaimContent claimContent = claim.content();
        Map<String, String> suggested = new LinkedHashMap<>();
        suggested.put("claim/subject", claimContent.subject().value());
        suggested.put("claim/predicate", claimContent.predicate().value());
        suggested.put("claim/qualifiers", pairs(claimContent.qualifiers()));
        return new FormTarget(
                new LinkedText(
                        claim.id().value(), pageRequest.links().claim(claim.id().value())),
                sentence(at, pageRequest),
                claim.revision(),
                FormInput.ofTexts(content("changes/", claimContent)),
                FormInput.ofTexts(suggested));
    }

    private String sentence(ClaimAt at, PageRequest pageRequest) {
        return new ClaimListRows(pageRequest).of(at.state()).sentence();
    }

    private static Map<String, String> content(String under, ClaimContent claimContent) {
        Map<String, String> texts = ValueControls.of(under + "value", claimContent.value());
        texts.put(under + "qualifiers", pairs(claimContent.qualifiers()));
        texts.put(under + "valid", text(claimContent.valid()));
        texts.put(under + "validAsStated", text(claimContent.validAsStated()));
        texts.put(under + "statement", text(claimContent.statement()));
        texts.put(
                under + "finality",
                claimContent.finality() == null
                        ? ""
                        : claimContent.finality().name().toLowerCase(Locale.ROOT));
        return texts;
    }

    private static FormTarget predicate(String key, long asOf, PageRequest pageRequest) {
        PredicateAt predicate =
                PathResource.predicate(key, asOf, pageRequest.readModel().registry());
        return new FormTarget(
                new LinkedText(
                        predicate.predicate().label(), pageRequest.links().to("/predicates")),
                null,
                null,
                FormInput.EMPTY,
                FormInput.EMPTY);
    }

    private FormTarget source(String id, long asOf, PageRequest pageRequest) {
        SourceAt source = PathResource.source(id, asOf, pageRequest.readModel().registry());
        SourceDetails details = source.source().details();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("kind", details.kind() == null ? "" : details.kind().name().toLowerCase(Locale.ROOT));
        texts.put("title", text(details.title()));
        texts.put("publisher", text(details.publisher()));
        texts.put("authors", String.join("\n", TextRules.entries(details.authors())));
        texts.put("url", details.url() == null ? "" : details.url().text());
        texts.put(
                "language", details.language() == null ? "" : details.language().tag());
        texts.put("published", text(details.published()));
        texts.put("retrievedAt", details.retrievedAt() == null ? "" : Rfc3339.format(details.retrievedAt()));
        texts.put(
                "contentSha256",
                details.contentSha256() == null ? "" : details.contentSha256().hex());
        texts.put(
                "reliability",
                details.reliability() == null ? "" : details.reliability().name());
        texts.put("note", text(details.note()));
        return new FormTarget(
                new LinkedText(NameLookup.title(source), pageRequest.links().source(id)),
                null,
                null,
                FormInput.ofTexts(texts),
                FormInput.EMPTY);
    }

    private FormTarget subject(String id, long asOf, PageRequest pageRequest) {
        SubjectAt subject =
                PathResource.subject(id, asOf, pageRequest.readModel().registry());
        return new FormTarget(
                new LinkedText(
                        subject.subject().details().name(), pageRequest.links().subject(id)),
                null,
                null,
                FormInput.EMPTY,
                FormInput.EMPTY);
    }

    /** The changes of a claim after it had that revision; absent where there are none. */
    @Nullable
    ConcurrentChange changesSince(String id, long revision, PageRequest pageRequest) {
        ClaimAt now = claimAt(id, pageRequest.position(), pageRequest);
        long newRevisions = now.claim().revision() - revision;
        if (newRevisions <= 0) {
            return null;
        }
        ClaimId claim = now.claim().id();
        List<Long> positions =
                pageRequest.readModel().claims().changes(claim, pageRequest.position(), 0, Integer.MAX_VALUE);
        long after = positions.size() <= newRevisions ? 0 : positions.get((int) (positions.size() - newRevisions - 1));
        Page<HistoryItem> theirs =
                pageRequest.readModel().audit().ofClaim(claim, pageRequest.position(), after, MAX_EVENTS);
        return new ConcurrentChange(
                sentence(now, pageRequest),
                pageRequest
                        .history(theirs, now.claim().content().predicate(), PageRequest.AFTER)
                        .rows());
    }

    private static String pairs(Map<QualifierKey, Qualifier> qualifiers) {
        return qualifiers.entrySet().stream()
                .map(it -> it.getKey() + ": " + text(it.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String text(Qualifier qualifier) {
        return switch (qualifier) {
            case Qualifier.Text it -> it.text();
            case Qualifier.AnotherSubject it -> "subject: " + it.subject();
        };
    }

    private static String text(@Nullable Publisher publisher) {
        return switch (publisher) {
            case null -> "";
            case Publisher.ByName byName -> byName.name();
            case Publisher.BySubject by -> "subject: " + by.subject();
        };
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String text(@Nullable Edtf date) {
        return date == null ? "" : date.text();
    }

    /**
     * The resource that a form is about.
     *
     * @param page the link to its page
     * @param sentence the resource as readers see it; absent where the link says enough
     * @param revision the revision of a claim; absent for all others
     * @param currentInput the first input of a form that shows what the ledger has
     * @param suggestedInput the first input of any other form
     */
    public record FormTarget(
            @Nullable LinkedText page,
            @Nullable String sentence,
            @Nullable Long revision,
            FormInput currentInput,
            FormInput suggestedInput) {

        /** The target of a form that makes something new. */
        static final FormTarget NONE = new FormTarget(null, null, null, FormInput.EMPTY, FormInput.EMPTY);

        /**
         * The changes of others after a form was opened.
         *
         * @param theirs the events that they recorded
         * @param sentence the claim as it reads now
         */
        public record ConcurrentChange(@Nullable String sentence, List<HistoryRow> theirs) {}
    }
}
