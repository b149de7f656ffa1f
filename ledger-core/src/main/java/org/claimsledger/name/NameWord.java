package org.claimsledger.name;

import org.jspecify.annotations.Nullable;

/**
 * One word of a name.
 *
 * @param written as it was written
 * @param folded small letters without marks
 * @param sounds its sounds; empty where its script is not read
 * @param articled whether an Arabic article was written with it and is left out of the sounds
 * @param otherwise its sounds if the opposite holds of its first two letters: that they are, or are not, an article
 * @param russian the sounds of the Russian surname that is made of it; absent where there is none
 * @param last the last part of a name of two words that count as one
 */
record NameWord(
        String written,
        String folded,
        Kind kind,
        Sounds sounds,
        boolean hasArticle,
        @Nullable Sounds alternativeSounds,
        @Nullable Sounds russianSurnameSounds,
        @Nullable NameWord lastPart,
        boolean hyphened) {

    enum Kind {
        PLAIN,
        /** An initial: one letter, or two that stand for one of another alphabet. */
        INITIAL,
        /** A particle that is often left out: bin, abu, de. */
        PARTICLE,
        /** A patronymic: son or daughter of, by its ending. */
        PATRONYMIC
    }

    NameWord(NameToken piece, Kind kind, Sounds sounds, boolean articled, @Nullable Sounds otherwise) {
        this(
                piece.written(),
                piece.folded(),
                kind,
                sounds,
                articled,
                otherwise,
                Patronymics.russianSurname(sounds),
                null,
                piece.hyphened());
    }

    /** Joins another word and this one to one word. */
    NameWord prefixedWith(String written, String folded, Sounds sounds) {
        return new NameWord(
                written + " " + this.written,
                folded + this.folded,
                Kind.PLAIN,
                sounds.and(this.sounds),
                false,
                null,
                null,
                this,
                hyphened);
    }

    boolean hasDigits() {
        return folded.codePoints().anyMatch(Character::isDigit);
    }

    boolean isInitial() {
        return kind == Kind.INITIAL;
    }
}
