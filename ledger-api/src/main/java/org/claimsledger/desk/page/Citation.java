package org.claimsledger.desk.page;

/**
 * How to cite what a page shows.
 *
 * @param permalink the address that shows this very reading for ever
 */
public record Citation(String text, String permalink) {}
