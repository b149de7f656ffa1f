package org.claimsledger.desk.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.form.FieldOption;
import org.claimsledger.api.form.FormInput;
import org.claimsledger.api.operation.ClaimOperations;
import org.claimsledger.api.operation.Operation;
import org.claimsledger.api.operation.OperationRunner;
import org.claimsledger.api.operation.OperationRunner.FormRequest;
import org.claimsledger.api.operation.SourceOperations;
import org.claimsledger.api.operation.SubjectOperations;
import org.claimsledger.api.security.RequiresRole;
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
 * The page on which a claim is filed. A source or a subject that the ledger has not yet is registered first; where the claim
 * is refused after that, the page says so and has them chosen.
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
            PageRequestReader pageRequestReader,
            OperationRunner operationRunner,
            EffectPreviewReader effectPreviewReader,
            FilingHintsReader hints) {
        this.pageRequests = pageRequestReader;
        this.operationRunner = operationRunner;
        this.effectPreviewReader = effectPreviewReader;
        this.hints = hints;
    }

    /** A claim may be begun with what is known of it: the page of a source or a subject leads here. */
    @RequiresRole(Role.REPORTER)
    @GetMapping("/new/claim")
    ModelAndView form(HttpServletRequest request) {
        return page(ClaimFilingForm.of(FormInput.of(request)), null, pageRequests.forAction(request, "/"));
    }

    @RequiresRole(Role.REPORTER)
    @PostMapping("/new/claim")
    ModelAndView file(HttpServletRequest request) {
        PageRequest pageRequest = pageRequests.forAction(request, "/");
        ClaimFilingForm claimFilingForm = ClaimFilingForm.of(FormInput.of(request));
        return claimFilingForm.input().text(DO).equals("see")
                ? previewed(claimFilingForm, request, pageRequest)
                : recorded(claimFilingForm, request, pageRequest);
    }

    /** What it would change, where nothing has to be registered first. */
    private ModelAndView previewed(ClaimFilingForm claimFilingForm, HttpServletRequest http, PageRequest pageRequest) {
        if (claimFilingForm.registersSource() || claimFilingForm.registersSubject()) {
            return page(claimFilingForm, null, pageRequest);
        }
        try {
            return page(
                    claimFilingForm,
                    effectPreviewReader.of(
                            operationRunner.formRequest(claim(claimFilingForm, null), http), pageRequest),
                    pageRequest);
        } catch (Refused refused) {
            return page(claimFilingForm.claimRefused(refused.refusals()), null, pageRequest);
        }
    }

    private ModelAndView recorded(ClaimFilingForm claimFilingForm, HttpServletRequest http, PageRequest pageRequest) {
        String key = claimFilingForm.input().has(KEY) ? claimFilingForm.input().text(KEY) : Ids.newId();
        ClaimFilingForm going = claimFilingForm;
        try {
            if (going.registersSource()) {
                ObjectNode body = going.sourceBody(key + "-s");
                going = going.withChosen(
                        "evidence/source", record(SourceOperations.REGISTER, body, key + "-source", http));
            }
        } catch (Refused refused) {
            return refused(going.sourceRefused(refused.refusals()), pageRequest);
        }
        try {
            if (going.registersSubject()) {
                ObjectNode body = going.subjectBody(key + "-p");
                going = going.withChosen("subject", record(SubjectOperations.REGISTER, body, key + "-subject", http));
            }
        } catch (Refused refused) {
            return refused(going.subjectRefused(refused.refusals()), pageRequest);
        }
        try {
            String id = operationRunner
                    .runForm(operationRunner.formRequest(claim(going, key), http))
                    .id();
            RedirectView view = new RedirectView("/claims/" + id);
            view.setStatusCode(HttpStatus.SEE_OTHER);
            view.setExpandUriTemplateVariables(false);
            return new ModelAndView(view);
        } catch (Refused refused) {
            return refused(going.claimRefused(refused.refusals()), pageRequest);
        }
    }

    private String record(Operation operation, ObjectNode body, String key, HttpServletRequest http) {
        return operationRunner
                .runForm(operationRunner.formRequest(new FormRequest(operation, body, Map.of(), null, key), http))
                .id();
    }

    private static FormRequest claim(ClaimFilingForm claimFilingForm, @Nullable String key) {
        return new FormRequest(ClaimOperations.ASSERT, claimFilingForm.claim().body(), Map.of(), null, key);
    }

    private ModelAndView refused(ClaimFilingForm claimFilingForm, PageRequest pageRequest) {
        ModelAndView page = page(claimFilingForm, null, pageRequest);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(
            ClaimFilingForm claimFilingForm, @Nullable EffectPreview effectPreview, PageRequest pageRequest) {
        return pageRequest
                .page("desk/file", ClaimOperations.ASSERT.form().title())
                .addObject("act", ClaimOperations.ASSERT.form())
                .addObject("filing", claimFilingForm)
                .addObject("vocabulary", vocabulary(pageRequest))
                .addObject("hints", hints.of(claimFilingForm, effectPreview, pageRequest))
                .addObject(
                        "key",
                        claimFilingForm.isRefused() || !claimFilingForm.input().has(KEY)
                                ? Ids.newId()
                                : claimFilingForm.input().text(KEY));
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
