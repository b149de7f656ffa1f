package org.claimsledger.name;

/** The ways in which two names are alike, the surest first. */
public enum LikenessKind {
    /** The same text. */
    EXACT,
    /** Equal but for case, marks or signs between the words. */
    LETTERS,
    /** Equal words in another order. */
    ORDER,
    /** Another spelling or transliteration. */
    SPELLING,
    /** Initials stand for words. */
    INITIALS,
    /** One has words that the other leaves out. */
    PART,
    /** The beginning of the name, as far as somebody has typed it. */
    BEGINNING,
    /** One letter is missing, added, swapped or wrong. */
    MISPRINT,
    /** Different names, as far as letters can tell. */
    UNLIKE;

    LikenessKind orWeaker(LikenessKind other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
