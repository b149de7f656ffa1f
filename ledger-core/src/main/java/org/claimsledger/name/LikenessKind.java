package org.claimsledger.name;

/** In what way one name is another, the surest first. */
public enum LikenessKind {
    /** The same text. */
    EXACT,
    /** The same but for case, marks or signs between the words. */
    LETTERS,
    /** The same words in another order. */
    ORDER,
    /** Another spelling or transliteration. */
    SPELLING,
    /** Initials stand for words. */
    INITIALS,
    /** One has words that the other leaves out. */
    PART,
    /** It begins so, as far as somebody has typed it. */
    BEGINNING,
    /** A letter is missing, added, swapped or another one. */
    MISPRINT,
    /** Not the same name, as far as letters tell. */
    UNLIKE;

    LikenessKind orWeaker(LikenessKind other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
