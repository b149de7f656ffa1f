package org.claimsledger.projection.run;

/** A projection stopped before the position that somebody waited for. */
public final class ProjectionStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProjectionStopped(Health health) {
        super("Projection " + health.name() + " has stopped after position " + health.position() + ": "
                + health.lastError());
    }
}
