package org.claimsledger.desk.search;

import java.util.List;

/**
 * Something that was found, with where it was.
 *
 * @param line as it stands in every other list
 */
public record SearchResultRow<T>(T row, List<SearchSnippet> snippets) {}
