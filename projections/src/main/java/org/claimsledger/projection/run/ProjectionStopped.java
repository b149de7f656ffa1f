package org.claimsledger.projection.run;

/** A projection has stopped before the position that a caller waits for. */
public final class ProjectionStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProjectionStopped(ProjectionHealth projectionHealth) {
        super("Projection " + projectionHealth.name() + " has stopped after position " + projectionHealth.position()
                + ": " + projectionHealth.lastError());
    }
}
