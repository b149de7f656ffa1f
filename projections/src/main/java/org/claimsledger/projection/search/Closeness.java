package org.claimsledger.projection.search;

/** How closely the words that were asked for are matched, the closest first. */
enum Closeness {
    /** They stand side by side, in their order, in one text or name. */
    TOGETHER,
    /** Every one occurs as a whole word. */
    WHOLE,
    /** Some are the beginnings of words, or are in a name in another spelling. */
    LOOSE
}
