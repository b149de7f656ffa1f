package org.claimsledger.desk.subject;

/**
 * A subject as a line of a list.
 *
 * @param others the first of its other names; empty where it has none
 */
public record SubjectListRow(String id, String href, String name, String kind, String others) {}
