package org.claimsledger.desk.find;

/**
 * Something to choose.
 *
 * @param about what tells it from others of the same name
 */
public record Found(String id, String name, String about) {}
