package org.claimsledger.api.predicate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.claimsledger.api.body.Writes;
import org.claimsledger.api.security.Needs;
import org.claimsledger.api.security.Seeing;
import org.claimsledger.api.viewpoint.Found;
import org.claimsledger.api.viewpoint.Listing;
import org.claimsledger.api.viewpoint.Listing.Paged;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.api.viewpoint.Viewpoints;
import org.claimsledger.projection.directory.PredicateAt;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.token.Role;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.RefusalCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The vocabulary. */
@RestController
@RequestMapping(PredicateController.PREDICATES)
final class PredicateController {

    static final String PREDICATES = "/api/v1/predicates";

    private final Writes writes;
    private final Seeing seeing;
    private final Viewpoints viewpoints;

    PredicateController(Writes writes, Seeing seeing, Viewpoints viewpoints) {
        this.writes = writes;
        this.seeing = seeing;
        this.viewpoints = viewpoints;
    }

    @Needs(Role.EDITOR)
    @PostMapping
    ResponseEntity<Object> define(HttpServletRequest body) throws IOException {
        return writes.create("define_predicate", body, PREDICATES);
    }

    @GetMapping
    Paged<PredicateView> list(HttpServletRequest request) {
        Listing listing = Listing.of(request, viewpoints, "q");
        return listing.paged(
                seeing.by(request)
                        .directory()
                        .predicates(listing.query().text("q"), listing.position(), listing.after(), listing.limit()),
                items -> items.stream().map(at -> PredicateView.of(at, null)).toList());
    }

    @GetMapping("/{key}")
    PredicateView one(@PathVariable String key, HttpServletRequest request) {
        Viewpoint viewpoint = viewpoints.of(request);
        PredicateAt predicate =
                Found.require(key, RefusalCode.PREDICATE_UNKNOWN, PredicateKey::new, it -> seeing.by(request)
                        .directory()
                        .predicate(it, viewpoint.position()));
        return PredicateView.of(predicate, ViewpointView.of(viewpoint));
    }
}
