package org.claimsledger.desk.search;

import java.util.List;

/**
 * Something that was found, with where it was.
 *
 * @param line as it stands in every other list
 */
public record Hit<T>(T line, List<Passage> passages) {}
