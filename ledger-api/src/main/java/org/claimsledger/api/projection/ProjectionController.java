package org.claimsledger.api.projection;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.claimsledger.api.security.Needs;
import org.claimsledger.api.viewpoint.Query;
import org.claimsledger.projection.Projections;
import org.claimsledger.projection.run.RebuildRefused;
import org.claimsledger.token.Role;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The projections: how they are doing, and making one anew while it is read. */
@RestController
@RequestMapping(ProjectionController.PROJECTIONS)
final class ProjectionController {

    static final String PROJECTIONS = "/api/v1/projections";

    private final Projections projections;

    ProjectionController(Projections projections) {
        this.projections = projections;
    }

    @GetMapping
    ProjectionsView all(HttpServletRequest request) {
        Query.of(request);
        return new ProjectionsView(
                projections.health().stream().map(ProjectionView::of).toList());
    }

    @GetMapping("/{name}")
    ProjectionView one(@PathVariable String name, HttpServletRequest request) {
        Query.of(request);
        return view(name);
    }

    @Needs(Role.ADMIN)
    @PostMapping("/{name}/rebuild")
    ResponseEntity<ProjectionView> rebuild(@PathVariable String name, HttpServletRequest request) {
        Query.of(request);
        try {
            projections.rebuild(name);
        } catch (RebuildRefused refused) {
            throw switch (refused.reason()) {
                case UNKNOWN -> unknown(name);
                case RUNNING ->
                    Refused.because(RefusalCode.REBUILD_RUNNING, "Projection " + name + " is being rebuilt already");
            };
        }
        return ResponseEntity.accepted()
                .location(URI.create(PROJECTIONS + "/" + name))
                .body(view(name));
    }

    private ProjectionView view(String name) {
        return projections.health().stream()
                .filter(health -> health.name().equals(name))
                .findFirst()
                .map(ProjectionView::of)
                .orElseThrow(() -> unknown(name));
    }

    private static Refused unknown(String name) {
        return Refused.because(RefusalCode.PROJECTION_UNKNOWN, "There is no projection " + name);
    }
}
