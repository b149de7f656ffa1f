package org.claimsledger.name;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a text apart into the words of a name. */
final class Words {

    private static final Sounds SERVANT = Sounds.read("abd");
    private static final Sounds ARABIC_SERVANT = Sounds.read("عبد");
    private static final Sounds GOD = Sounds.read("lah");
    private static final Sounds ARABIC_GOD = Sounds.read("له");

    private final List<Piece> pieces;
    private final List<Word> words = new ArrayList<>();

    private Words(List<Piece> pieces) {
        this.pieces = pieces;
    }

    static List<Word> of(String text) {
        Words words = new Words(Piece.inSpokenOrder(text));
        int at = 0;
        while (at < words.pieces.size() && words.words.size() < Name.WORDS) {
            at = words.takeFrom(at);
        }
        return List.copyOf(words.words);
    }

    /** Takes the word that begins at a piece; gives the piece after it. */
    private int takeFrom(int at) {
        Piece piece = pieces.get(at);
        int next = at + 1;
        if (next == pieces.size()) {
            addNoun(piece, false);
            return next;
        }
        if (Particles.isTitle(piece)) {
            return next;
        }
        if (Particles.isServant(piece) && !pieces.get(next).isInitial()) {
            int named = next + 1 < pieces.size() && Particles.isArticleOf(pieces.get(next), pieces.get(next + 1))
                    ? next + 1
                    : next;
            Word served = word(pieces.get(named), true);
            words.add(served.after(piece.written(), "abd", served.sounds().bare() ? ARABIC_SERVANT : SERVANT));
            return named + 1;
        }
        if (Particles.isArticleOf(piece, pieces.get(next))) {
            addNoun(pieces.get(next), true);
            return next + 1;
        }
        addNoun(piece, false);
        return next;
    }

    /** Nur al-Din and Nasr Allah are one word each. */
    private void addNoun(Piece piece, boolean articled) {
        Word noun = word(piece, articled);
        boolean joins = Particles.isFaith(piece) && noun.articled() || Particles.isGod(piece);
        if (joins && !words.isEmpty() && words.getLast().kind() == Word.Kind.PLAIN) {
            Word before = words.removeLast();
            words.add(noun.after(before.written(), before.folded(), before.sounds()));
        } else {
            words.add(noun);
        }
    }

    private static Word word(Piece piece, boolean articled) {
        String small = piece.small();
        if (Particles.isGod(piece)) {
            return new Word(piece, Word.Kind.PLAIN, Sounds.isArabic(small) ? ARABIC_GOD : GOD, true, null);
        }
        if (Sounds.isArabic(small) && small.startsWith("ال") && small.length() > 3) {
            return new Word(piece, Word.Kind.PLAIN, Sounds.read(small.substring(2)), true, Sounds.read(small));
        }
        String apart = Glued.apart(small);
        Sounds sounds = Sounds.read(apart == null ? small : apart);
        return new Word(piece, kind(piece, sounds), sounds, articled, unglued(small, sounds));
    }

    private static Word.Kind kind(Piece piece, Sounds sounds) {
        if (piece.isInitial()) {
            return Word.Kind.INITIAL;
        }
        if (Particles.isParticle(piece)) {
            return Word.Kind.PARTICLE;
        }
        return Patronymics.isOne(sounds) ? Word.Kind.PATRONYMIC : Word.Kind.PLAIN;
    }

    /** Alrasheed, Elbaradei without what may be an article. */
    private static @Nullable Sounds unglued(String small, Sounds sounds) {
        boolean glued =
                (small.startsWith("al") || small.startsWith("el") || small.startsWith("ал") || small.startsWith("эл"))
                        && sounds.length() > 4
                        && !sounds.row()[2].isVowel();
        return glued ? sounds.from(2) : null;
    }
}
