package org.claimsledger.desk.filing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.claimsledger.api.body.Writes;
import org.claimsledger.api.body.Writes.Asked;
import org.claimsledger.api.security.Needs;
import org.claimsledger.desk.effect.Effect;
import org.claimsledger.desk.effect.Effects;
import org.claimsledger.desk.form.Option;
import org.claimsledger.desk.form.Typed;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.page.Visits;
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

    private final Visits visits;
    private final Writes writes;
    private final Effects effects;
    private final HintsFinder hints;

    FilingController(Visits visits, Writes writes, Effects effects, HintsFinder hints) {
        this.visits = visits;
        this.writes = writes;
        this.effects = effects;
        this.hints = hints;
    }

    /** A claim may be begun with what is known of it: the page of a source or a subject leads here. */
    @Needs(Role.REPORTER)
    @GetMapping("/new/claim")
    ModelAndView form(HttpServletRequest request) {
        return page(Filing.of(Typed.of(request)), null, visits.acting(request, "/"));
    }

    @Needs(Role.REPORTER)
    @PostMapping("/new/claim")
    ModelAndView file(HttpServletRequest request) {
        Visit visit = visits.acting(request, "/");
        Filing filing = Filing.of(Typed.of(request));
        return filing.typed().text(DO).equals("see")
                ? looked(filing, request, visit)
                : recorded(filing, request, visit);
    }

    /** What it would change, where nothing has to be registered first. */
    private ModelAndView looked(Filing filing, HttpServletRequest http, Visit visit) {
        if (filing.registersSource() || filing.registersSubject()) {
            return page(filing, null, visit);
        }
        try {
            return page(filing, effects.of(writes.request(claim(filing, null), http), visit), visit);
        } catch (Refused refused) {
            return page(filing.claimRefused(refused.refusals()), null, visit);
        }
    }

    private ModelAndView recorded(Filing filing, HttpServletRequest http, Visit visit) {
        String key = filing.typed().has(KEY) ? filing.typed().text(KEY) : Ids.fresh();
        Filing going = filing;
        try {
            if (going.registersSource()) {
                ObjectNode body = going.sourceBody(key + "-s");
                going = going.choosing("evidence/source", record("register_source", body, key + "-source", http));
            }
        } catch (Refused refused) {
            return refused(going.sourceRefused(refused.refusals()), visit);
        }
        try {
            if (going.registersSubject()) {
                ObjectNode body = going.subjectBody(key + "-p");
                going = going.choosing("subject", record("register_subject", body, key + "-subject", http));
            }
        } catch (Refused refused) {
            return refused(going.subjectRefused(refused.refusals()), visit);
        }
        try {
            String id = writes.record(writes.request(claim(going, key), http)).id();
            RedirectView view = new RedirectView("/claims/" + id);
            view.setStatusCode(HttpStatus.SEE_OTHER);
            view.setExpandUriTemplateVariables(false);
            return new ModelAndView(view);
        } catch (Refused refused) {
            return refused(going.claimRefused(refused.refusals()), visit);
        }
    }

    private String record(String op, ObjectNode body, String key, HttpServletRequest http) {
        return writes.record(writes.request(new Asked(op, body, Map.of(), null, key), http))
                .id();
    }

    private static Asked claim(Filing filing, @Nullable String key) {
        return new Asked("assert_claim", filing.claim().body(), Map.of(), null, key);
    }

    private ModelAndView refused(Filing filing, Visit visit) {
        ModelAndView page = page(filing, null, visit);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Filing filing, @Nullable Effect effect, Visit visit) {
        return visit.page("desk/file", "File a claim")
                .addObject("filing", filing)
                .addObject("vocabulary", vocabulary(visit))
                .addObject("hints", hints.of(filing, effect, visit))
                .addObject(
                        "key",
                        filing.isRefused() || !filing.typed().has(KEY)
                                ? Ids.fresh()
                                : filing.typed().text(KEY));
    }

    private List<Option> vocabulary(Visit visit) {
        return visit.seen().directory().predicates(null, visit.at().position(), 0, VOCABULARY).items().stream()
                .map(it ->
                        new Option(it.predicate().key().value(), it.predicate().label()))
                .toList();
    }
}
