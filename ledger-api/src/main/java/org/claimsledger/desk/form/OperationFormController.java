package org.claimsledger.desk.form;

import jakarta.servlet.http.HttpServletRequest;
import org.claimsledger.api.form.FormInput;
import org.claimsledger.api.operation.Operation;
import org.claimsledger.api.operation.Operation.Resource;
import org.claimsledger.api.operation.OperationRunner;
import org.claimsledger.api.operation.OperationRunner.FormRequest;
import org.claimsledger.api.operation.OperationTable;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.desk.form.FormTargetReader.FormTarget;
import org.claimsledger.desk.form.FormTargetReader.FormTarget.ConcurrentChange;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.token.Role;
import org.claimsledger.value.Ids;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The form of each operation of the {@link OperationTable}. What is typed becomes the body that a program would send: it has
 * the same fields and is refused as that body would be. Each refusal stands at its field, beside what was typed. A form
 * that is sent twice is recorded once.
 */
@Controller
final class OperationFormController {

    /** Names the form, so that it is recorded once. */
    private static final String KEY = "_key";

    /** The revision of the claim that the form was opened at. */
    private static final String REVISION = "_revision";

    /** The position that the form was opened at: what the form still has from there was not changed by its sender. */
    private static final String OPENED_AT = "_seen";

    /** Either {@code see}, which only shows what the form would change, or {@code record}. */
    private static final String DO = "_do";

    private final PageRequestReader pageRequests;
    private final OperationRunner operationRunner;
    private final EffectPreviewReader effectPreviewReader;
    private final FormTargetReader formTargetReader;

    OperationFormController(
            PageRequestReader pageRequests,
            OperationRunner operationRunner,
            EffectPreviewReader effectPreviewReader,
            FormTargetReader formTargetReader) {
        this.pageRequests = pageRequests;
        this.operationRunner = operationRunner;
        this.effectPreviewReader = effectPreviewReader;
        this.formTargetReader = formTargetReader;
    }

    @GetMapping("/{about:claims|sources|subjects|predicates}/{id}/{name}")
    ModelAndView form(
            @PathVariable String about,
            @PathVariable String id,
            @PathVariable String name,
            HttpServletRequest request) {
        return opened(changeOf(about, name), id, request);
    }

    @RequiresRole(Role.REPORTER)
    @PostMapping("/{about:claims|sources|subjects|predicates}/{id}/{name}")
    ModelAndView change(
            @PathVariable String about,
            @PathVariable String id,
            @PathVariable String name,
            HttpServletRequest request) {
        return sent(changeOf(about, name), id, request);
    }

    @GetMapping("/new/{name}")
    ModelAndView creationForm(@PathVariable String name, HttpServletRequest request) {
        return opened(creationOf(name), "", request);
    }

    @RequiresRole(Role.REPORTER)
    @PostMapping("/new/{name}")
    ModelAndView create(@PathVariable String name, HttpServletRequest request) {
        return sent(creationOf(name), "", request);
    }

    private static Operation changeOf(String collection, String name) {
        return operation("/" + collection + "/{id}/" + name);
    }

    private static Operation creationOf(String name) {
        return operation("/new/" + name);
    }

    private static Operation operation(String formPath) {
        return OperationTable.withForm(formPath).orElseThrow(NoSuchForm::new);
    }

    private ModelAndView opened(Operation operation, String id, HttpServletRequest request) {
        Caller.authenticated(request).require(operation.requiredRole());
        PageRequest pageRequest = pageRequests.forAction(request, path(operation, id));
        FormTarget formTarget =
                formTargetReader.of(operation, id, pageRequest.viewpoint().position(), pageRequest);
        FormInput first = operation.form().prefilled() ? formTarget.currentInput() : formTarget.suggestedInput();
        Form form = new Form(
                operation.form().fields(), first.mergedWith(FormInput.of(request))); // a link may say what it is about
        return page(operation, formTarget, form, pageRequest)
                .addObject("seen", pageRequest.viewpoint().position())
                .addObject("revision", formTarget.revision());
    }

    private ModelAndView sent(Operation operation, String id, HttpServletRequest http) {
        Caller.authenticated(http).require(operation.requiredRole());
        PageRequest pageRequest = pageRequests.forAction(http, path(operation, id));
        Form form = new Form(operation.form().fields(), FormInput.of(http));
        Submission submission = new Submission(
                operation, id, form, number(form, REVISION), targetWhenOpened(operation, id, form, pageRequest));
        try {
            requireWhole(form);
            if (form.text(DO).equals("see")) {
                Request request = operationRunner.formRequest(submission.request(null), http);
                return page(submission, form, pageRequest)
                        .addObject("effect", effectPreviewReader.of(request, pageRequest));
            }
            Request request = operationRunner.formRequest(
                    submission.request(form.input().has(KEY) ? form.text(KEY) : null), http);
            return new ModelAndView(redirect(operation, operationRunner.runForm(request), pageRequest));
        } catch (Refused refused) {
            return refused(submission, pageRequest, refused);
        }
    }

    /** The resource as it was when the form was opened. */
    private FormTarget targetWhenOpened(Operation operation, String id, Form form, PageRequest pageRequest) {
        Long seen = number(form, OPENED_AT);
        long head = pageRequest.viewpoint().position();
        return formTargetReader.of(operation, id, seen == null ? head : Math.min(seen, head), pageRequest);
    }

    /**
     * A form that was sent.
     *
     * @param revision the revision of the claim when the form was opened
     * @param targetWhenOpened what the form is about, as it was then
     */
    private record Submission(
            Operation operation,
            String id,
            Form form,
            @Nullable Long revision,
            FormTarget targetWhenOpened) {

        FormRequest request(@Nullable String key) {
            return new FormRequest(
                    operation,
                    operation.form().prefilled() ? form.bodySince(targetWhenOpened.currentInput()) : form.body(),
                    operation.idsByField(id),
                    revision,
                    key);
        }
    }

    /** The desk asks for more than the ledger does: why something is taken back, above all. */
    private static void requireWhole(Form form) {
        if (!form.missing().isEmpty()) {
            throw new Refused(form.missing());
        }
    }

    private ModelAndView refused(Submission submission, PageRequest pageRequest, Refused refused) {
        Long revision = submission.revision();
        boolean moved = refused.refusals().stream().anyMatch(it -> it.code() == RefusalCode.REVISION_MOVED);
        ConcurrentChange concurrentChange = moved && revision != null
                ? formTargetReader.changesSince(submission.id(), revision, pageRequest)
                : null;
        if (concurrentChange == null) {
            ModelAndView page = page(submission, submission.form().refused(refused.refusals()), pageRequest);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        FormTarget now = formTargetReader.of(
                submission.operation(), submission.id(), pageRequest.viewpoint().position(), pageRequest);
        Form onTop = submission.operation().form().prefilled()
                ? submission.form().rebased(submission.targetWhenOpened().currentInput(), now.currentInput())
                : submission.form();
        ModelAndView page = page(submission.operation(), now, onTop, pageRequest)
                .addObject("yours", submission.form())
                .addObject("meanwhile", concurrentChange)
                .addObject("seen", pageRequest.viewpoint().position())
                .addObject("revision", now.revision());
        page.setStatus(HttpStatus.PRECONDITION_FAILED);
        return page;
    }

    private static ModelAndView page(Submission submission, Form form, PageRequest pageRequest) {
        return page(submission.operation(), submission.targetWhenOpened(), form, pageRequest)
                .addObject("seen", submission.form().text(OPENED_AT))
                .addObject("revision", submission.revision());
    }

    private static ModelAndView page(Operation operation, FormTarget formTarget, Form form, PageRequest pageRequest) {
        boolean wasUsed = form.isRefused() || !form.input().has(KEY);
        return pageRequest
                .page("desk/act", operation.form().title())
                .addObject("act", operation.form())
                .addObject("target", formTarget)
                .addObject("form", form)
                .addObject("key", wasUsed ? Ids.newId() : form.text(KEY));
    }

    /** To the resource's own page, at the line of its audit trail that this made. */
    private static RedirectView redirect(Operation operation, Outcome.Accepted accepted, PageRequest pageRequest) {
        Resource resource = operation.resource();
        String made = resource.shownId(accepted.id(), pageRequest.readModel());
        RedirectView view = new RedirectView(
                switch (resource) {
                    case PREDICATE -> "/predicates#" + made;
                    case POLICY -> "/";
                    case CLAIM, SOURCE, SUBJECT ->
                        "/" + resource.plural() + "/" + made + "#event-" + accepted.position();
                });
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    /** The address that a form's way back leads to. */
    private static String path(Operation operation, String id) {
        if (operation.isCreation()) {
            return "/";
        }
        return operation.resource() == Resource.PREDICATE
                ? "/predicates"
                : "/" + operation.resource().plural() + "/" + id;
    }

    private static @Nullable Long number(Form form, String name) {
        String text = form.text(name);
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static final class NoSuchForm extends ResponseStatusException {

        NoSuchForm() {
            super(HttpStatus.NOT_FOUND);
        }
    }
}
