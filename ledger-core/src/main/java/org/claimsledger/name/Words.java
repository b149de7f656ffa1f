package org.claimsledger.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a text apart into the words of a name. */
final class Words {

    private static final int LONGEST = 40;

    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "dr", "prof", "sir", "г-н", "г-жа");
    private static final Set<String> PARTICLES = Set.of(
            "bin", "ibn", "ben", "bint", "abu", "abou", "ould", "umm", "de", "da", "di", "von", "van", "der", "den",
            "la", "le", "бин", "ибн", "бен", "абу", "بن", "ابن", "بنت", "ابو", "ابي", "ام", "ولد");
    private static final Set<String> ARTICLES = Set.of("al", "el", "ul", "il", "аль", "эль", "ал", "эл", "ال");
    /** Articles as they sound before the letters of the sun. */
    private static final Set<String> SUNLIT_ARTICLES = Set.of(
            "ar", "as", "ash", "at", "ath", "an", "az", "ad", "adh", "ur", "us", "ush", "ut", "un", "uz", "ud", "er",
            "es", "esh", "et", "en", "ez", "ed", "ach", "ech", "аш", "ас", "ар", "ан", "ад", "ат", "аз", "эш", "эс",
            "эр", "эн", "эд", "эт", "эз", "уд", "ур");

    private static final Set<String> SERVANTS = Set.of(
            "abd", "abdul", "abdel", "abdal", "abdoul", "abdu", "abdol", "абд", "абдул", "абдель", "абдал", "عبد");

    private final List<Piece> pieces;

    Words(String text) {
        this.pieces = Piece.inSpokenOrder(text, LONGEST);
    }

    List<Word> taken() {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < pieces.size() && words.size() < Name.WORDS) {
            Piece piece = pieces.get(at);
            Piece next = at + 1 < pieces.size() ? pieces.get(at + 1) : null;
            if (next != null && isTitle(piece)) {
                at++;
            } else if (next != null && isArticle(piece, next)) {
                words.add(articled(next));
                at += 2;
            } else if (next != null && SERVANTS.contains(piece.folded())) {
                int named = at + 1;
                if (named + 1 < pieces.size() && isArticle(next, pieces.get(named + 1))) {
                    named++;
                }
                words.add(servant(pieces.get(named)));
                at = named + 1;
            } else {
                words.add(word(piece));
                at++;
            }
        }
        return words;
    }

    private static boolean isTitle(Piece piece) {
        return TITLES.contains(piece.folded()) && piece.folded().length() > 1;
    }

    private static boolean isArticle(Piece piece, Piece next) {
        if (piece.dotted()) {
            return false;
        }
        String folded = piece.folded();
        return ARTICLES.contains(folded)
                || SUNLIT_ARTICLES.contains(folded)
                        && piece.hyphened()
                        && !next.folded().isEmpty()
                        && folded.charAt(1) == next.folded().charAt(0);
    }

    private static Word word(Piece piece) {
        String small = Fold.small(piece.written());
        if (piece.isInitial()) {
            return new Word(piece.written(), piece.folded(), Word.Kind.INITIAL, sounds(small), false, null);
        }
        if (PARTICLES.contains(piece.folded())) {
            return new Word(piece.written(), piece.folded(), Word.Kind.PARTICLE, sounds(small), false, null);
        }
        if (isArabic(small) && small.startsWith("ال") && small.length() > 3) {
            return new Word(piece.written(), piece.folded(), Word.Kind.PLAIN, sounds(small.substring(2)), true, null);
        }
        String served = served(piece.folded());
        if (served != null) {
            return servant(piece.written(), piece.folded(), Fold.small(piece.written()), served);
        }
        return plain(piece.written(), piece.folded(), small);
    }

    private static Word plain(String written, String folded, String small) {
        Sounds sounds = sounds(small);
        Word.Kind kind = Word.looksLikeAPatronymic(sounds) ? Word.Kind.PATRONYMIC : Word.Kind.PLAIN;
        boolean glued = !sounds.bare()
                && small.length() > 4
                && (small.startsWith("al")
                        || small.startsWith("el")
                        || small.startsWith("ал")
                        || small.startsWith("эл"))
                && !sounds.row()[Math.min(2, sounds.length() - 1)].isVowel();
        return new Word(written, folded, kind, sounds, false, glued ? sounds.from(2) : null);
    }

    private static Word articled(Piece piece) {
        Word word = word(piece);
        return new Word(word.written(), word.folded(), word.kind(), word.sounds(), true, null);
    }

    private static Word servant(Piece named) {
        Word word = word(named);
        String small = Fold.small(named.written());
        String rest = word.folded().equals("allah") || word.folded().equals("аллах") ? small.substring(2) : small;
        if (isArabic(small) && small.startsWith("ال") && small.length() > 3) {
            rest = small.substring(2);
        }
        boolean arabic = isArabic(small);
        return new Word(
                named.written(), named.folded(), Word.Kind.PLAIN, sounds((arabic ? "عبد" : "abd") + rest), false, null);
    }

    private static Word servant(String written, String folded, String small, String served) {
        return new Word(written, folded, Word.Kind.PLAIN, sounds(served), false, null);
    }

    /** Abdulaziz, Abdurrahman, Abdikarim as abd and whom he serves; null where the word is no such name. */
    private static @Nullable String served(String folded) {
        String stem;
        if (folded.startsWith("abd")) {
            stem = "abd";
        } else if (folded.startsWith("абд")) {
            stem = "абд";
        } else if (folded.startsWith("عبدال") && folded.length() > 6) {
            return "عبد" + folded.substring(5);
        } else {
            return null;
        }
        int at = 3;
        while (at < folded.length() && "aeiouyаеиоуыэ".indexOf(folded.charAt(at)) >= 0) {
            at++;
        }
        if (at == 3 || at > 5 || folded.length() - at < 4) {
            return null;
        }
        if (folded.charAt(at) == 'l' || folded.charAt(at) == 'л') {
            at++;
            if (at < folded.length() && folded.charAt(at) == 'ь') {
                at++;
            }
        }
        return stem + folded.substring(at);
    }

    private static Sounds sounds(String small) {
        return Sounds.of(Alphabets.ALL.read(small, LONGEST), isArabic(small));
    }

    private static boolean isArabic(String small) {
        return !small.isEmpty() && small.charAt(0) >= 0x600 && small.charAt(0) < 0x780;
    }
}
