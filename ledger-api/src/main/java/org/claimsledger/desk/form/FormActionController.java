package org.claimsledger.desk.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.claimsledger.api.operation.OperationRunner;
import org.claimsledger.api.operation.OperationRunner.FormRequest;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.desk.form.FormAction.TargetKind;
import org.claimsledger.desk.form.FormTarget.ConcurrentChange;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.page.PageRequestReader;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.ledger.Request;
import org.claimsledger.token.Role;
import org.claimsledger.value.Ids;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
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
 * The form of an act. What is typed goes the way of a program's body: the same fields, the same refusals, each at its field
 * and with everything that was typed. Whoever sends a form twice has recorded it once.
 */
@Controller
final class FormActionController {

    /** Names the form, so that it is recorded once. */
    private static final String KEY = "_key";

    /** The revision that the form was opened at. */
    private static final String REVISION = "_revision";

    /** The position that the form was opened at: what was there then and is still in it was not changed by whoever sends it. */
    private static final String OPENED_AT = "_seen";

    /** What to do with the form: {@code see} what it would change, or record it. */
    private static final String DO = "_do";

    private final PageRequestReader pageRequests;
    private final OperationRunner operationRunner;
    private final EffectPreviewReader effectPreviewReader;
    private final FormTargetReader formTargetReader;

    FormActionController(
            PageRequestReader pageRequestReader,
            OperationRunner operationRunner,
            EffectPreviewReader effectPreviewReader,
            FormTargetReader formTargetReader) {
        this.pageRequests = pageRequestReader;
        this.operationRunner = operationRunner;
        this.effectPreviewReader = effectPreviewReader;
        this.formTargetReader = formTargetReader;
    }

    @GetMapping("/{about:claims|sources|subjects}/{id}/{name}")
    ModelAndView form(
            @PathVariable String about,
            @PathVariable String id,
            @PathVariable String name,
            HttpServletRequest request) {
        return opened(action(about, name), id, request);
    }

    @RequiresRole(Role.REPORTER)
    @PostMapping("/{about:claims|sources|subjects}/{id}/{name}")
    ModelAndView action(
            @PathVariable String about,
            @PathVariable String id,
            @PathVariable String name,
            HttpServletRequest request) {
        return sent(action(about, name), id, request);
    }

    @GetMapping("/new/{name}")
    ModelAndView creationForm(@PathVariable String name, HttpServletRequest request) {
        return opened(action("new", name), "", request);
    }

    @RequiresRole(Role.REPORTER)
    @PostMapping("/new/{name}")
    ModelAndView create(@PathVariable String name, HttpServletRequest request) {
        return sent(action("new", name), "", request);
    }

    private static FormAction action(String about, String name) {
        return FormActions.find(TargetKind.valueOf(about.toUpperCase(Locale.ROOT)), name)
                .orElseThrow(NoSuchPage::new);
    }

    private ModelAndView opened(FormAction formAction, String id, HttpServletRequest request) {
        Caller.authenticated(request).require(formAction.needs());
        PageRequest pageRequest = pageRequests.forAction(request, path(formAction, id));
        FormTarget formTarget = formTargetReader.of(
                formAction.targetKind(), id, pageRequest.viewpoint().position(), pageRequest);
        FormInput first = formAction.prefilled() ? formTarget.currentInput() : formTarget.suggestedInput();
        Form form = new Form(
                formAction.fields(), first.mergedWith(FormInput.of(request))); // a link may say what it is about
        return page(formAction, formTarget, form, pageRequest)
                .addObject("seen", pageRequest.viewpoint().position())
                .addObject("revision", formTarget.revision());
    }

    private ModelAndView sent(FormAction formAction, String id, HttpServletRequest http) {
        Caller.authenticated(http).require(formAction.needs());
        PageRequest pageRequest = pageRequests.forAction(http, path(formAction, id));
        Form form = new Form(formAction.fields(), FormInput.of(http));
        Submission submission = new Submission(
                formAction, id, form, number(form, REVISION), targetWhenOpened(formAction, id, form, pageRequest));
        try {
            requireWhole(form);
            if (form.text(DO).equals("see")) {
                Request request = operationRunner.formRequest(submission.operation(null), http);
                return page(submission, form, pageRequest)
                        .addObject("effect", effectPreviewReader.of(request, pageRequest));
            }
            Request request = operationRunner.formRequest(
                    submission.operation(form.input().has(KEY) ? form.text(KEY) : null), http);
            return new ModelAndView(redirect(formAction, operationRunner.runForm(request), pageRequest));
        } catch (Refused refused) {
            return refused(submission, pageRequest, refused);
        }
    }

    /** What was there when the form was opened. */
    private FormTarget targetWhenOpened(FormAction formAction, String id, Form form, PageRequest pageRequest) {
        Long seen = number(form, OPENED_AT);
        long head = pageRequest.viewpoint().position();
        return formTargetReader.of(
                formAction.targetKind(), id, seen == null ? head : Math.min(seen, head), pageRequest);
    }

    /**
     * A form that was sent.
     *
     * @param revision that the claim had when it was opened
     * @param seen what was there then
     */
    private record Submission(
            FormAction action,
            String id,
            Form form,
            @Nullable Long revision,
            FormTarget targetWhenOpened) {

        FormRequest operation(@Nullable String key) {
            return new FormRequest(
                    action.operation(),
                    action.prefilled() ? form.bodySince(targetWhenOpened.currentInput()) : form.body(),
                    action.targetKind() == TargetKind.NEW
                            ? Map.of()
                            : Map.of(action.targetKind().field(), id),
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
                submission.action().targetKind(),
                submission.id(),
                pageRequest.viewpoint().position(),
                pageRequest);
        Form onTop = submission.action().prefilled()
                ? submission.form().rebased(submission.targetWhenOpened().currentInput(), now.currentInput())
                : submission.form();
        ModelAndView page = page(submission.action(), now, onTop, pageRequest)
                .addObject("yours", submission.form())
                .addObject("meanwhile", concurrentChange)
                .addObject("seen", pageRequest.viewpoint().position())
                .addObject("revision", now.revision());
        page.setStatus(HttpStatus.PRECONDITION_FAILED);
        return page;
    }

    private static ModelAndView page(Submission submission, Form form, PageRequest pageRequest) {
        return page(submission.action(), submission.targetWhenOpened(), form, pageRequest)
                .addObject("seen", submission.form().text(OPENED_AT))
                .addObject("revision", submission.revision());
    }

    private static ModelAndView page(FormAction formAction, FormTarget formTarget, Form form, PageRequest pageRequest) {
        boolean wasUsed = form.isRefused() || !form.input().has(KEY);
        return pageRequest
                .page("desk/act", formAction.title())
                .addObject("act", formAction)
                .addObject("target", formTarget)
                .addObject("form", form)
                .addObject("key", wasUsed ? Ids.newId() : form.text(KEY));
    }

    /** To the thing's own page, at the line of its audit trail that this made. */
    private static RedirectView redirect(FormAction formAction, Outcome.Accepted accepted, PageRequest pageRequest) {
        String things = formAction.targetKind() == TargetKind.NEW
                ? formAction.name()
                : formAction.targetKind().field();
        RedirectView view = new RedirectView(
                things.equals("predicate")
                        ? "/predicates#" + accepted.id()
                        : "/" + things + "s/" + shown(things, accepted.id(), pageRequest) + "#event-"
                                + accepted.position());
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    /** Whoever protects a source and is no editor does not read it by its own name. */
    private static String shown(String thing, String id, PageRequest pageRequest) {
        return thing.equals("source")
                ? pageRequest.readModel().registry().shownId(new SourceId(id)).value()
                : id;
    }

    private static String path(FormAction formAction, String id) {
        return formAction.targetKind() == TargetKind.NEW
                ? "/"
                : "/" + formAction.targetKind().field() + "s/" + id;
    }

    private static @Nullable Long number(Form form, String name) {
        String text = form.text(name);
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    /** There is no such act. */
    private static final class NoSuchPage extends ResponseStatusException {

        NoSuchPage() {
            super(HttpStatus.NOT_FOUND);
        }
    }
}
