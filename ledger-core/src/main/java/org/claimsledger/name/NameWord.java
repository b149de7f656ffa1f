package org.claimsledger.name;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One word of a name.
 *
 * @param written as it was written
 * @param folded small letters without marks
 * @param meant the same, or what it is short for, or the usual form of a particle
 * @param sounds its sounds; empty where its script is not read
 * @param hasArticle whether an Arabic article was written with it and is left out of the sounds
 * @param alternativeSounds its sounds if the opposite holds of its first two letters: that they are, or are not, an article
 * @param otherForms the sounds of other forms of the name: a Russian surname or given name; Nur of Nurul
 * @param lastPart the last part of a name of two words that count as one
 * @param rank of a legal form its families, of somebody's place in a family which one it is; else 0
 */
record NameWord(
        String written,
        String folded,
        String meant,
        Kind kind,
        Sounds sounds,
        boolean hasArticle,
        @Nullable Sounds alternativeSounds,
        List<Sounds> otherForms,
        @Nullable NameWord lastPart,
        boolean hyphened,
        int rank) {

    enum Kind {
        PLAIN,
        /** An initial: one letter, or two that stand for one of another alphabet. */
        INITIAL,
        /** A particle that is often left out: bin, abu, de, of. */
        PARTICLE,
        /** A patronymic: son or daughter of, by its ending. */
        PATRONYMIC,
        /** A word that is left out as often: in brackets, or a title that is a name as well. */
        ASIDE,
        /** The legal form of a company. */
        FORM,
        /** Jr, Sr, II: which of a family somebody is. */
        GENERATION
    }

    static NameWord of(
            NameToken token, String meant, Kind kind, Sounds sounds, boolean articled, @Nullable Sounds otherwise) {
        return new NameWord(
                token.written(),
                token.folded(),
                meant,
                kind,
                sounds,
                articled,
                otherwise,
                otherForms(sounds),
                null,
                token.hyphened(),
                0);
    }

    /** A word that is compared by its rank. */
    static NameWord ranked(String written, String folded, Kind kind, int rank) {
        return new NameWord(
                written,
                folded,
                folded,
                kind,
                Sounds.read(folded.replace(" ", "")),
                false,
                null,
                List.of(),
                null,
                false,
                rank);
    }

    private static List<Sounds> otherForms(Sounds sounds) {
        List<Sounds> forms = new ArrayList<>(2);
        Sounds surname = Patronymics.russianSurname(sounds);
        if (surname != null) {
            forms.add(surname);
        }
        Sounds given = SlavicForms.russian(sounds);
        if (given != null) {
            forms.add(given);
        }
        return forms;
    }

    /** The word with one more form of it. */
    NameWord orForm(Sounds form) {
        List<Sounds> forms = new ArrayList<>(otherForms);
        forms.add(form);
        return new NameWord(
                written, folded, meant, kind, sounds, hasArticle, alternativeSounds, forms, lastPart, hyphened, rank);
    }

    NameWord as(Kind other) {
        return new NameWord(
                written,
                folded,
                meant,
                other,
                sounds,
                hasArticle,
                alternativeSounds,
                otherForms,
                lastPart,
                hyphened,
                rank);
    }

    /** Joins another word and this one to one word. */
    NameWord prefixedWith(String written, String folded, Sounds sounds) {
        return new NameWord(
                written + " " + this.written,
                folded + this.folded,
                folded + this.meant,
                Kind.PLAIN,
                sounds.and(this.sounds),
                false,
                null,
                List.of(),
                this,
                hyphened,
                0);
    }

    boolean hasDigits() {
        return folded.codePoints().anyMatch(Character::isDigit);
    }

    boolean isInitial() {
        return kind == Kind.INITIAL;
    }

    /** Whether a name without this word is another name: not so of particles, legal forms and the like. */
    boolean isTelling() {
        return switch (kind) {
            case PLAIN, INITIAL, PATRONYMIC -> true;
            case PARTICLE, ASIDE, FORM, GENERATION -> false;
        };
    }
}
