package org.claimsledger.desk.act;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.claimsledger.api.body.Writes;
import org.claimsledger.api.body.Writes.Asked;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.Needs;
import org.claimsledger.desk.act.Act.About;
import org.claimsledger.desk.act.Target.Meanwhile;
import org.claimsledger.desk.effect.Effects;
import org.claimsledger.desk.form.Form;
import org.claimsledger.desk.form.Typed;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.page.Visits;
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
final class ActController {

    /** Names the form, so that it is recorded once. */
    private static final String KEY = "_key";

    /** The revision that the form was opened at. */
    private static final String REVISION = "_revision";

    /** The position that the form was opened at: what was there then and is still in it was not changed by whoever sends it. */
    private static final String SEEN = "_seen";

    /** What to do with the form: {@code see} what it would change, or record it. */
    private static final String DO = "_do";

    private final Visits visits;
    private final Writes writes;
    private final Effects effects;
    private final Targets targets;

    ActController(Visits visits, Writes writes, Effects effects, Targets targets) {
        this.visits = visits;
        this.writes = writes;
        this.effects = effects;
        this.targets = targets;
    }

    @GetMapping("/{about:claims|sources|subjects}/{id}/{name}")
    ModelAndView form(
            @PathVariable String about,
            @PathVariable String id,
            @PathVariable String name,
            HttpServletRequest request) {
        return opened(act(about, name), id, request);
    }

    @Needs(Role.REPORTER)
    @PostMapping("/{about:claims|sources|subjects}/{id}/{name}")
    ModelAndView act(
            @PathVariable String about,
            @PathVariable String id,
            @PathVariable String name,
            HttpServletRequest request) {
        return sent(act(about, name), id, request);
    }

    @GetMapping("/new/{name}")
    ModelAndView maker(@PathVariable String name, HttpServletRequest request) {
        return opened(act("new", name), "", request);
    }

    @Needs(Role.REPORTER)
    @PostMapping("/new/{name}")
    ModelAndView make(@PathVariable String name, HttpServletRequest request) {
        return sent(act("new", name), "", request);
    }

    private static Act act(String about, String name) {
        return Acts.named(About.valueOf(about.toUpperCase(Locale.ROOT)), name).orElseThrow(NoSuchPage::new);
    }

    private ModelAndView opened(Act act, String id, HttpServletRequest request) {
        Caller.known(request).require(act.needs());
        Visit visit = visits.acting(request, path(act, id));
        Target target = targets.of(act.about(), id, visit.at().position(), visit);
        Form form = new Form(act.fields(), act.showsWhatIsThere() ? target.there() : target.handy());
        return page(act, target, form, visit)
                .addObject("seen", visit.at().position())
                .addObject("revision", target.revision());
    }

    private ModelAndView sent(Act act, String id, HttpServletRequest http) {
        Caller.known(http).require(act.needs());
        Visit visit = visits.acting(http, path(act, id));
        Form form = new Form(act.fields(), Typed.of(http));
        Sent sent = new Sent(act, id, form, number(form, REVISION), seen(act, id, form, visit));
        try {
            requireWhole(form);
            if (form.text(DO).equals("see")) {
                Request request = writes.request(sent.asked(null), http);
                return page(sent, form, visit).addObject("effect", effects.of(request, visit));
            }
            Request request = writes.request(sent.asked(form.typed().has(KEY) ? form.text(KEY) : null), http);
            return new ModelAndView(redirect(act, writes.record(request), visit));
        } catch (Refused refused) {
            return refused(sent, visit, refused);
        }
    }

    /** What was there when the form was opened. */
    private Target seen(Act act, String id, Form form, Visit visit) {
        Long seen = number(form, SEEN);
        long head = visit.at().position();
        return targets.of(act.about(), id, seen == null ? head : Math.min(seen, head), visit);
    }

    /**
     * A form that was sent.
     *
     * @param revision that the claim had when it was opened
     * @param seen what was there then
     */
    private record Sent(
            Act act, String id, Form form, @Nullable Long revision, Target seen) {

        Asked asked(@Nullable String key) {
            return new Asked(
                    act.op(),
                    act.showsWhatIsThere() ? form.bodySince(seen.there()) : form.body(),
                    act.about() == About.NEW ? Map.of() : Map.of(act.about().field(), id),
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

    private ModelAndView refused(Sent sent, Visit visit, Refused refused) {
        Long revision = sent.revision();
        boolean moved = refused.refusals().stream().anyMatch(it -> it.code() == RefusalCode.REVISION_MOVED);
        Meanwhile meanwhile = moved && revision != null ? targets.since(sent.id(), revision, visit) : null;
        if (meanwhile == null) {
            ModelAndView page = page(sent, sent.form().refused(refused.refusals()), visit);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Target now = targets.of(sent.act().about(), sent.id(), visit.at().position(), visit);
        Form onTop =
                sent.act().showsWhatIsThere() ? sent.form().onTopOf(sent.seen().there(), now.there()) : sent.form();
        ModelAndView page = page(sent.act(), now, onTop, visit)
                .addObject("yours", sent.form())
                .addObject("meanwhile", meanwhile)
                .addObject("seen", visit.at().position())
                .addObject("revision", now.revision());
        page.setStatus(HttpStatus.PRECONDITION_FAILED);
        return page;
    }

    private static ModelAndView page(Sent sent, Form form, Visit visit) {
        return page(sent.act(), sent.seen(), form, visit)
                .addObject("seen", sent.form().text(SEEN))
                .addObject("revision", sent.revision());
    }

    private static ModelAndView page(Act act, Target target, Form form, Visit visit) {
        boolean wasUsed = form.isRefused() || !form.typed().has(KEY);
        return visit.page("desk/act", act.title())
                .addObject("act", act)
                .addObject("target", target)
                .addObject("form", form)
                .addObject("key", wasUsed ? Ids.fresh() : form.text(KEY));
    }

    /** To the thing's own page, at the line of its audit trail that this made. */
    private static RedirectView redirect(Act act, Outcome.Accepted accepted, Visit visit) {
        String things = act.about() == About.NEW ? act.name() : act.about().field();
        RedirectView view = new RedirectView(
                things.equals("predicate")
                        ? "/predicates#" + accepted.id()
                        : "/" + things + "s/" + shown(things, accepted.id(), visit) + "#event-" + accepted.position());
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    /** Whoever protects a source and is no editor does not read it by its own name. */
    private static String shown(String thing, String id, Visit visit) {
        return thing.equals("source")
                ? visit.seen().directory().nameOf(new SourceId(id)).value()
                : id;
    }

    private static String path(Act act, String id) {
        return act.about() == About.NEW ? "/" : "/" + act.about().field() + "s/" + id;
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
