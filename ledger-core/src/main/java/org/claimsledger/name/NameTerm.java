package org.claimsledger.name;

/**
 * A term to look up in an index of names.
 *
 * @param weight from 0 to 1: the worth of an indexed name with this term, where one with the very word has 1
 * @param opens whether the term is rare enough to make a name a candidate by itself
 */
public record NameTerm(String text, double weight, boolean selectsCandidates) {}
