package org.claimsledger.api.operate;

import java.util.List;

/** All projections. */
public record ProjectionListView(List<ProjectionView> items) {}
