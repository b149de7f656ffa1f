package org.claimsledger.desk.page;

/**
 * How to cite a page.
 *
 * @param permalink the address that shows the page from its viewpoint for ever
 */
public record Citation(String text, String permalink) {}
