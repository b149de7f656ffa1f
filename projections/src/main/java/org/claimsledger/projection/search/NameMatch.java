package org.claimsledger.projection.search;

import org.claimsledger.name.Likeness.LikenessKind;
import org.claimsledger.value.SubjectId;

/**
 * By which name a subject was found.
 *
 * @param subject the one that holds the name; another one than was found where it is merged into that
 * @param score 1 for the very name that was asked for, less for any other
 */
public record NameMatch(SubjectId subject, String name, LikenessKind way, double score) {}
