package org.claimsledger.desk.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.form.FormField.FieldOption;
import org.claimsledger.api.form.FormInput;
import org.claimsledger.api.operation.ClaimOperations;
import org.claimsledger.api.operation.Operation;
import org.claimsledger.api.operation.OperationRunner;
import org.claimsledger.api.operation.OperationRunner.FormRequest;
import org.claimsledger.api.operation.SourceOperations;
import org.claimsledger.api.operation.SubjectOperations;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.desk.form.EffectPreviewReader.EffectPreview;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.token.Role;
import org.claimsledger.value.Ids;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import tools.jackson.databind.node.ObjectNode;

/**
 * The page on which a claim is filed. A source or a subject that the ledger does not have yet is registered first. If the
 * claim is refused after that, the page says so and has them chosen.
 */
@Controller
final class FilingController {

    private static final String KEY = "_key";
    private static final String DO = "_do";
    private static final int VOCABULARY = 500;

    private final PageRequestReader pageRequests;
    private final OperationRunner operationRunner;
    private final EffectPreviewReader effectPreviewReader;
    private final FilingHintsReader hints;

    FilingController(
            PageRequestReader pageRequests,
            OperationRunner operationRunner,
            EffectPreviewReader effectPreviewReader,
            FilingHintsReader hints) {
        this.pageRequests = pageRequests;
        this.operationRunner = operationRunner;
        this.effectPreviewReader = effectPreviewReader;
        this.hints = hints;
    }

    /** The parameters may fill in fields, as in links from the pages of sources and subjects. */
    @RequiresRole(Role.REPORTER)
    @GetMapping("/new/claim")
    ModelAndView form(HttpServletRequest request) {
        return page(ClaimFilingForm.of(FormInput.of(request)), null, pageRequests.forAction(request, "/"));
    }

    @RequiresRole(Role.REPORTER)
    @PostMapping("/new/claim")
    ModelAndView file(HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.forAction(request, "/");
        ClaimFilingForm forms = ClaimFilingForm.of(FormInput.of(request));
        return forms.input().text(DO).equals("see")
                ? previewed(forms, request, pageRequest)
                : recorded(forms, request, pageRequest);
    }

    /** The page with the changes that filing would make, unless something has to be registered first. */
    private ModelAndView previewed(ClaimFilingForm forms, HttpServletRequest http, PageRequest pageRequest) {
        if (forms.registersSource() || forms.registersSubject()) {
            return page(forms, null, pageRequest);
        }
        try {
            return page(
                    forms,
                    effectPreviewReader.of(operationRunner.formRequest(claim(forms, null), http), pageRequest),
                    pageRequest);
        } catch (Refused refused) {
            return page(forms.claimRefused(refused.refusals()), null, pageRequest);
        }
    }

    private ModelAndView recorded(ClaimFilingForm forms, HttpServletRequest http, PageRequest pageRequest) {
        String key = forms.input().has(KEY) ? forms.input().text(KEY) : Ids.newId();
        ClaimFilingForm current = forms;
        try {
            if (current.registersSource()) {
                ObjectNode body = current.sourceBody(key + "-s");
                current = current.withChosen(
                        "evidence/source", record(SourceOperations.REGISTER, body, key + "-source", http));
            }
        } catch (Refused refused) {
            return refused(current.sourceRefused(refused.refusals()), pageRequest);
        }
        try {
            if (current.registersSubject()) {
                ObjectNode body = current.subjectBody(key + "-p");
                current =
                        current.withChosen("subject", record(SubjectOperations.REGISTER, body, key + "-subject", http));
            }
        } catch (Refused refused) {
            return refused(current.subjectRefused(refused.refusals()), pageRequest);
        }
        try {
            String id = operationRunner
                    .runForm(operationRunner.formRequest(claim(current, key), http))
                    .id();
            RedirectView view = new RedirectView("/claims/" + id);
            view.setStatusCode(HttpStatus.SEE_OTHER);
            view.setExpandUriTemplateVariables(false);
            return new ModelAndView(view);
        } catch (Refused refused) {
            return refused(current.claimRefused(refused.refusals()), pageRequest);
        }
    }

    private String record(Operation operation, ObjectNode body, String key, HttpServletRequest http) {
        return operationRunner
                .runForm(operationRunner.formRequest(new FormRequest(operation, body, Map.of(), null, key), http))
                .id();
    }

    private static FormRequest claim(ClaimFilingForm forms, @Nullable String key) {
        return new FormRequest(ClaimOperations.ASSERT, forms.claim().body(), Map.of(), null, key);
    }

    private ModelAndView refused(ClaimFilingForm forms, PageRequest pageRequest) {
        ModelAndView page = page(forms, null, pageRequest);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(ClaimFilingForm forms, @Nullable EffectPreview effectPreview, PageRequest pageRequest) {
        return pageRequest
                .page("desk/file", ClaimOperations.ASSERT.form().title())
                .addObject("act", ClaimOperations.ASSERT.form())
                .addObject("filing", forms)
                .addObject("vocabulary", vocabulary(pageRequest))
                .addObject("hints", hints.of(forms, effectPreview, pageRequest))
                .addObject(
                        "key",
                        forms.isRefused() || !forms.input().has(KEY)
                                ? Ids.newId()
                                : forms.input().text(KEY));
    }

    private List<FieldOption> vocabulary(PageRequest pageRequest) {
        return pageRequest
                .readModel()
                .registry()
                .predicates(null, pageRequest.viewpoint().position(), 0, VOCABULARY)
                .items()
                .stream()
                .map(it -> new FieldOption(
                        it.predicate().key().value(), it.predicate().label()))
                .toList();
    }
}
