package org.claimsledger.name;

/**
 * A term to look up in an index of names.
 *
 * @param weight from 0 to 1: how much a held name that has it is worth, against one with the very word
 * @param opens whether so few names have it that it may make a name a candidate by itself
 */
public record NameTerm(String text, double weight, boolean selectsCandidates) {}
