package org.claimsledger.desk.search;

/**
 * Something to choose.
 *
 * @param about what tells it from others of the same name
 */
public record LookupRow(String id, String name, String about) {}
