package org.claimsledger.event;

/** What sort of thing a subject is. */
public enum SubjectKind {
    PERSON,
    ORGANISATION,
    GROUP,
    PLACE,
    WORK,
    CASE,
    EVENT,
    OTHER
}
