package org.claimsledger.api.projection;

import java.util.List;

/** All projections. */
public record ProjectionsView(List<ProjectionView> items) {}
