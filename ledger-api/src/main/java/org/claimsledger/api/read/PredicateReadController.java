package org.claimsledger.api.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.viewpoint.ListRequest;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.PathResource;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.event.VocabularyTerm;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.Registry.PredicateAt;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads predicates. */
@RestController
@RequestMapping("/api/v1/predicates")
public final class PredicateReadController {

    private final ReadAccess readAccess;
    private final ViewpointReader viewpointReader;

    PredicateReadController(ReadAccess readAccess, ViewpointReader viewpointReader) {
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
    }

    @GetMapping
    PageView<PredicateView> list(HttpServletRequest request) {
        ListRequest listRequest = ListRequest.of(request, viewpointReader, "q");
        return listRequest.page(
                readAccess
                        .readModelFor(request)
                        .registry()
                        .predicates(
                                listRequest.query().text("q"),
                                listRequest.position(),
                                listRequest.after(),
                                listRequest.limit()),
                items -> items.stream().map(at -> PredicateView.of(at, null)).toList());
    }

    @GetMapping("/{key}")
    PredicateView one(@PathVariable String key, HttpServletRequest request) {
        Viewpoint viewpoint = viewpointReader.of(request);
        Registry registry = readAccess.readModelFor(request).registry();
        return PredicateView.of(
                PathResource.predicate(key, viewpoint.position(), registry), ViewpointView.of(viewpoint));
    }

    /** A predicate, read from a viewpoint. */
    public record PredicateView(
            PredicateKey key,
            String label,
            List<Value.Kind> valueKinds,
            @Nullable Unit unit,
            List<VocabularyTerm> terms,
            Cardinality cardinality,
            Tense time,
            boolean cumulative,
            boolean measured,
            boolean asserts,
            boolean denies,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ViewpointView viewpoint) {

        public static PredicateView of(PredicateAt at, @Nullable ViewpointView viewpoint) {
            Predicate predicate = at.predicate();
            return new PredicateView(
                    predicate.key(),
                    predicate.label(),
                    predicate.valueKinds(),
                    predicate.unit(),
                    predicate.terms(),
                    predicate.cardinality(),
                    predicate.time(),
                    predicate.cumulative(),
                    predicate.measured(),
                    predicate.asserts(),
                    predicate.denies(),
                    viewpoint);
        }
    }
}
