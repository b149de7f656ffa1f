package org.claimsledger.name;

import org.jspecify.annotations.Nullable;

/**
 * One word of a name.
 *
 * @param written as it was written
 * @param folded small letters without marks
 * @param sounds how it sounds; empty where its script isn't read
 * @param articled whether an Arabic article was written with it and is left out of the sounds
 * @param otherwise how it sounds if its first two letters are, or aren't, an article after all
 * @param russian how the Russian surname sounds that is made of it; absent where none is
 * @param last what stands last in a name of two words that count as one
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
        /** A letter, or two that stand for one of another alphabet, in place of a word. */
        INITIAL,
        /** bin, abu, de: often left out. */
        PARTICLE,
        /** Son or daughter of, by its ending. */
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

    /** One word of another one and this. */
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
