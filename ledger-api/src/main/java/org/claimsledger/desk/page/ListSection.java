package org.claimsledger.desk.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that stands on a page of its own.
 *
 * @param more the address that goes on with the list; absent at its end
 */
public record ListSection<T>(List<T> rows, @Nullable String more) {}
