package org.claimsledger.api.operate;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.claimsledger.api.operate.ProjectionController.ProjectionView.ProjectionListView;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.projection.run.ProjectionHealth;
import org.claimsledger.projection.run.RebuildRefused;
import org.claimsledger.time.Rfc3339;
import org.claimsledger.token.Role;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The projections: their state, and rebuilding one while it is read. */
@RestController
@RequestMapping(ProjectionController.PROJECTIONS)
public final class ProjectionController {

    static final String PROJECTIONS = "/api/v1/projections";

    private final ReadModels readModels;

    ProjectionController(ReadModels readModels) {
        this.readModels = readModels;
    }

    @GetMapping
    ProjectionListView all(HttpServletRequest request) {
        QueryParameters.of(request);
        return new ProjectionListView(
                readModels.health().stream().map(ProjectionView::of).toList());
    }

    @GetMapping("/{name}")
    ProjectionView one(@PathVariable String name, HttpServletRequest request) {
        QueryParameters.of(request);
        return view(name);
    }

    @RequiresRole(Role.ADMIN)
    @PostMapping("/{name}/rebuild")
    ResponseEntity<ProjectionView> rebuild(@PathVariable String name, HttpServletRequest request) {
        QueryParameters.of(request);
        try {
            readModels.rebuild(name);
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
        return readModels.health().stream()
                .filter(projectionHealth -> projectionHealth.name().equals(name))
                .findFirst()
                .map(ProjectionView::of)
                .orElseThrow(() -> unknown(name));
    }

    private static Refused unknown(String name) {
        return Refused.because(RefusalCode.PROJECTION_UNKNOWN, "There is no projection " + name);
    }

    /** A projection as answers show it. */
    public record ProjectionView(
            String name,
            long position,
            long lag,
            boolean running,
            @Nullable String lastError,
            int generation,
            @Nullable RebuildView rebuild,
            @Nullable String rebuildError) {

        public record RebuildView(String since, long position, long of) {}

        static ProjectionView of(ProjectionHealth projectionHealth) {
            ProjectionHealth.RebuildProgress rebuildProgress = projectionHealth.rebuild();
            return new ProjectionView(
                    projectionHealth.name(),
                    projectionHealth.position(),
                    projectionHealth.lag(),
                    projectionHealth.running(),
                    projectionHealth.lastError(),
                    projectionHealth.generation(),
                    rebuildProgress == null
                            ? null
                            : new RebuildView(
                                    Rfc3339.format(rebuildProgress.startedAt()),
                                    rebuildProgress.position(),
                                    rebuildProgress.total()),
                    projectionHealth.rebuildError());
        }

        /** All projections. */
        public record ProjectionListView(List<ProjectionView> items) {}
    }
}
