package org.claimsledger.event;

/** What sort of document or record a source is. */
public enum SourceKind {
    NEWS_REPORT,
    NGO_REPORT,
    COURT_RECORD,
    OFFICIAL_STATEMENT,
    INTERVIEW,
    SOCIAL_POST,
    BOOK,
    DATASET,
    OTHER
}
