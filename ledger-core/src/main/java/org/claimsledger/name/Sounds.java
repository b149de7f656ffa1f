package org.claimsledger.name;

import java.util.Arrays;
import java.util.List;

/**
 * The sounds of a word, as far as letters tell, and the cost of leaving each out.
 *
 * @param bare whether its letters leave short vowels out, as Arabic ones do
 * @param firstVowel the index of the vowel that it begins with, possibly after a y; -1 where it begins with a consonant
 * @param sure the classes of consonants that every spelling of it has, one bit each
 * @param possible those that any spelling of it may have
 */
record Sounds(
        Sound[] row, boolean bare, int[] dropped, int[] droppedBesideBare, int firstVowel, int sure, int possible) {

    private static final Sounds NONE = of(new Sound[0], false);

    /** The most letters of a word that are read. */
    static final int LONGEST = 40;

    /** The sounds of a word in small letters; empty where a letter cannot be read or is a digit. */
    static Sounds read(String small) {
        if (!Alphabets.ALL.knowsAll(small)) {
            return NONE;
        }
        boolean bare = isArabic(small) || isHebrew(small);
        Sound[] row = Alphabets.ALL.read(small, LONGEST);
        return of(bare ? row : withYoInEndings(withoutDoubled(row)), bare);
    }

    private static Sounds of(Sound[] row, boolean bare) {
        int[] dropped = DropCosts.of(row);
        int sure = 0;
        int possible = 0;
        for (int i = 0; i < row.length; i++) {
            possible |= row[i].classes();
            if (dropped[i] >= SoundCosts.SURE) {
                sure |= row[i].sureClass();
            }
        }
        return new Sounds(
                row, bare, dropped, bare ? dropped : DropCosts.besideBare(row), firstVowel(row), sure, possible);
    }

    /** Whether the word is in Arabic letters. */
    static boolean isArabic(String word) {
        return !word.isEmpty() && word.charAt(0) >= 0x600 && word.charAt(0) < 0x780;
    }

    /** Whether the word is in Hebrew letters. */
    static boolean isHebrew(String word) {
        return !word.isEmpty() && word.charAt(0) >= 0x590 && word.charAt(0) < 0x600;
    }

    int length() {
        return row.length;
    }

    /** Joins both to one word. */
    Sounds and(Sounds next) {
        Sound[] both = Arrays.copyOf(row, row.length + next.row.length);
        System.arraycopy(next.row, 0, both, row.length, next.row.length);
        return of(bare ? both : withoutDoubled(both), bare);
    }

    /** The row of several words as if they were one. */
    static Sound[] joined(List<Sounds> words) {
        int length = words.stream().mapToInt(Sounds::length).sum();
        Sound[] all = new Sound[length];
        int at = 0;
        for (Sounds word : words) {
            System.arraycopy(word.row, 0, all, at, word.row.length);
            at += word.row.length;
        }
        return words.getFirst().bare ? all : withoutDoubled(all);
    }

    /** The beginning of the word, so many sounds long. */
    Sounds to(int end) {
        return of(Arrays.copyOf(row, end), bare);
    }

    /** The row without its first sounds. */
    Sounds from(int start) {
        return of(Arrays.copyOfRange(row, start, row.length), bare);
    }

    /** Whether it ends in sounds that may be spellings of these. */
    boolean endsIn(String signs) {
        if (signs.length() > row.length) {
            return false;
        }
        for (int i = 0; i < signs.length(); i++) {
            Sound ending = Sound.of(signs.charAt(i));
            if (SoundCosts.of(row[row.length - signs.length() + i], ending) > 5) {
                return false;
            }
        }
        return true;
    }

    /** Whether its last sound is this one. */
    boolean endsInExactly(String sign) {
        return row.length > 0 && row[row.length - 1] == Sound.of(sign.charAt(0));
    }

    /** Whether more consonants of one are missing in the other than a misprint explains. */
    boolean isNothingLike(Sounds other) {
        return Integer.bitCount(sure & ~other.possible) > 1 || Integer.bitCount(other.sure & ~possible) > 1;
    }

    private static int firstVowel(Sound[] row) {
        if (row.length == 0 || !row[0].isVowel() && row[0] != Sound.LATIN_J) {
            return -1;
        }
        boolean glide = row[0] == Sound.Y || row[0] == Sound.LATIN_J || row[0] == Sound.I_;
        return glide && row.length > 1 && row[1].isVowel() ? 1 : row[0].isVowel() ? 0 : -1;
    }

    @Override
    public String toString() {
        StringBuilder signs = new StringBuilder();
        for (Sound sound : row) {
            signs.append(sound.sign());
        }
        return signs.toString();
    }

    /** Reads the endings of Gorbachov and Khrushchov as ёв. */
    private static Sound[] withYoInEndings(Sound[] row) {
        int v = row.length - (row.length > 0 && row[row.length - 1] == Sound.A_ ? 2 : 1);
        if (v >= 3
                && (row[v] == Sound.V || row[v] == Sound.W || row[v] == Sound.F)
                && row[v - 1] == Sound.O_
                && isHiss(row[v - 2])) {
            row[v - 1] = Sound.YO;
        }
        return row;
    }

    private static boolean isHiss(Sound sound) {
        return switch (sound) {
            case SH, ZH, CH, SHCH, LATIN_CH, LATIN_SCH -> true;
            default -> false;
        };
    }

    private static Sound[] withoutDoubled(Sound[] row) {
        Sound[] single = new Sound[row.length];
        int length = 0;
        for (Sound sound : row) {
            if (length == 0 || single[length - 1] != sound || sound.isVowel() && sound != Sound.Y) {
                single[length++] = sound;
            }
        }
        return length == row.length ? row : Arrays.copyOf(single, length);
    }
}
