package org.claimsledger.desk.subject;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.event.SubjectEvent.Judgement;
import org.claimsledger.identity.Resemblance.ResemblanceReason;
import org.claimsledger.identity.SubjectProfile.ClaimedFact;
import org.claimsledger.projection.duplicates.DuplicateFinder.LikelyDuplicate;
import org.claimsledger.subject.Subject;
import org.claimsledger.value.Qualifier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Tells who else a subject may be, on a page of its own, because that takes a search for every name. */
@Controller
final class CandidatePageController {

    private static final int CANDIDATES = 10;

    private final PageRequestReader pageRequests;

    CandidatePageController(PageRequestReader pageRequests) {
        this.pageRequests = pageRequests;
    }

    /**
     * A subject that another one may be.
     *
     * @param score in hundredths
     * @param reasons what speaks for it, and against it
     * @param outcome of the last comparison of the two; absent where there was none
     */
    public record DuplicateCandidateRow(
            SubjectListRow subject,
            int score,
            List<String> reasons,
            @Nullable String outcome) {}

    @GetMapping("/subjects/{id}/candidates")
    ModelAndView candidates(@PathVariable String id, HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.of(request);
        Subject subject = PathResource.subject(
                        id, pageRequest.position(), pageRequest.readModel().registry())
                .subject();
        pageRequests.requireSearchable(pageRequest);
        List<LikelyDuplicate> duplicates =
                pageRequest.readModel().duplicates().of(subject.id(), pageRequest.position(), CANDIDATES);
        return pageRequest
                .page(
                        "desk/candidates",
                        "Who else this may be: " + subject.details().name())
                .addObject("subject", SubjectListRow.of(subject, pageRequest.links()))
                .addObject(
                        "likely",
                        duplicates.stream().map(it -> row(it, pageRequest)).toList());
    }

    private static DuplicateCandidateRow row(LikelyDuplicate duplicate, PageRequest pageRequest) {
        return new DuplicateCandidateRow(
                SubjectListRow.of(duplicate.subject().subject(), pageRequest.links()),
                (int) Math.round(100 * duplicate.resemblance().score()),
                duplicate.resemblance().reasons().stream()
                        .map(it -> reason(it, pageRequest.names()))
                        .toList(),
                outcome(duplicate.judgement()));
    }

    private static String reason(ResemblanceReason reason, NameLookup names) {
        return switch (reason) {
            case ResemblanceReason.AlikeNames it ->
                "“" + it.ours() + "” and “" + it.theirs() + "”: " + Phrases.likeness(it.way());
            case ResemblanceReason.SameId it -> "both are " + it.id() + " in " + it.scheme();
            case ResemblanceReason.DifferentId it ->
                "against it: one is " + it.ours() + " in " + it.scheme() + ", the other " + it.theirs();
            case ResemblanceReason.SharedFact(ClaimedFact.SameQualifier it) -> {
                NameLookup.QualifierText shared = names.qualified(it.key(), new Qualifier.Text(it.text()));
                yield "claims about both name the " + shared.key() + " "
                        + shared.value().text();
            }
            case ResemblanceReason.SharedFact(ClaimedFact.SameSubject it) ->
                "claims about both name " + names.subject(it.subject()).text();
            case ResemblanceReason.DifferentKind it ->
                "against it: one is of the kind " + Phrases.of(it.ours()) + ", the other " + Phrases.of(it.theirs());
        };
    }

    private static @Nullable String outcome(@Nullable Judgement judgement) {
        if (judgement == null) {
            return null;
        }
        return switch (judgement) {
            case POSITIVE -> "found to be one";
            case NEGATIVE -> "found to be two";
            case UNSURE -> "compared; it cannot be told yet";
        };
    }
}
