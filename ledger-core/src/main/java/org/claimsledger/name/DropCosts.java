package org.claimsledger.name;

/** The cost of leaving out a sound of a word, in hundredths of a misprint. It depends on the neighbouring sounds. */
final class DropCosts {

    private final Sound[] row;

    private DropCosts(Sound[] row) {
        this.row = row;
    }

    /** Costs where the other word is written with all its vowels. */
    static int[] of(Sound[] row) {
        DropCosts costs = new DropCosts(row);
        int[] dropped = new int[row.length];
        for (int i = 0; i < row.length; i++) {
            dropped[i] = costs.at(i);
        }
        return dropped;
    }

    /** Costs where the other word is in Arabic letters, which write first, last and long vowels, but no short ones. */
    static int[] besideBare(Sound[] row) {
        DropCosts costs = new DropCosts(row);
        int[] dropped = new int[row.length];
        for (int i = 0; i < row.length; i++) {
            dropped[i] = costs.besideBareAt(i);
        }
        return dropped;
    }

    private int at(int i) {
        return switch (row[i]) {
            case Y, LATIN_J -> glide(i);
            case W -> isVowel(i - 1) || isVowel(i + 1) ? 30 : 100;
            case H -> isLast(i) && isVowel(i - 1) ? 8 : 60;
            case KH, GH -> 90;
            case T, D -> beforeItsHiss(i) ? 20 : SoundCosts.MISPRINT;
            case A_, LONG_A, LATIN_A_CIRCUMFLEX, O_, AE, OE ->
                isLast(i) ? 100 : isFirstVowel(i) ? 80 : besideVowel(i) ? 25 : 55;
            case E_ -> e(i);
            case I_, LONG_I, YERY -> i(i);
            case U_, LONG_U, LATIN_U_CIRCUMFLEX, UE, LATIN_Y_ACUTE ->
                isLast(i) || isFirstVowel(i) || afterHighVowel(i) ? 60 : besideVowel(i) ? 30 : 45;
            case YO -> 55;
            case LATIN_EE -> 10;
            case TA_MARBUTA -> 8;
            case AYN -> 0;
            case ALIF -> 45;
            case FIRST_ALIF -> 70;
            case WAW, YA -> 60;
            case LAST_YA -> 40;
            default -> SoundCosts.MISPRINT;
        };
    }

    /** y comes and goes between vowels and before e; it begins a word before other vowels, and ends a diphthong. */
    private int glide(int i) {
        if (i == 0) {
            return isE(i + 1) ? 10 : 60;
        }
        if (afterHighVowel(i) || isVowel(i + 1)) {
            return 10;
        }
        return isVowel(i - 1) ? 35 : row[i] == Sound.LATIN_J ? 12 : 30;
    }

    private int i(int i) {
        if (i == 0) {
            return isE(1) ? 15 : 60;
        }
        if (afterHighVowel(i) || isHigh(i + 1)) {
            return 10;
        }
        if (isVowel(i + 1)) {
            return 15;
        }
        return isVowel(i - 1) ? 30 : isLast(i) ? 60 : 45;
    }

    /** An e that may be silent, as in Eltsine and Alexander (Aleksandr); any other e counts as a vowel. */
    private int e(int i) {
        if (isLast(i)) {
            return isVowel(i - 1) ? 60 : is(i - 1, Sound.N) ? 15 : 30;
        }
        if (i == row.length - 2 && is(i + 1, Sound.R) && (is(i - 1, Sound.D) || is(i - 1, Sound.T))) {
            return 10;
        }
        return isFirstVowel(i) ? 80 : besideVowel(i) ? 15 : 55;
    }

    private int besideBareAt(int i) {
        Sound sound = row[i];
        if (!sound.isVowel()) {
            return at(i);
        }
        if (i == 0) {
            return 60;
        }
        boolean last = isLast(i);
        boolean afterVowel = isVowel(i - 1) && row[i - 1] != Sound.Y && row[i - 1] != Sound.W;
        return switch (sound) {
            case A_, AE -> last ? 40 : afterVowel ? 20 : 3;
            case E_, YO -> last ? 15 : afterVowel ? 20 : 3;
            case O_, OE -> last ? 50 : afterVowel ? 30 : 8;
            case I_, YERY -> last ? 50 : afterVowel ? 30 : 8;
            case Y -> isVowel(i + 1) ? 20 : 30;
            case U_, UE -> last ? 50 : i == row.length - 2 && !roundBefore(i) ? 45 : afterVowel ? 30 : 8;
            case LONG_A, LATIN_A_CIRCUMFLEX, LONG_I, LONG_U, LATIN_U_CIRCUMFLEX, LATIN_EE -> 50;
            default -> at(i);
        };
    }

    /** т before ч and д before ж, which are often written as one letter. */
    private boolean beforeItsHiss(int i) {
        if (isLast(i)) {
            return false;
        }
        return switch (row[i + 1]) {
            case CH, TS, LATIN_CH, LATIN_CZ, LATIN_C, SHCH -> row[i] == Sound.T;
            case ZH, DJ, LATIN_DJ, JIM -> row[i] == Sound.D;
            default -> false;
        };
    }

    private boolean roundBefore(int i) {
        for (int k = 0; k < i; k++) {
            if (row[k] == Sound.U_
                    || row[k] == Sound.O_
                    || row[k] == Sound.LONG_U
                    || row[k] == Sound.LATIN_U_CIRCUMFLEX) {
                return true;
            }
        }
        return false;
    }

    /** The vowel that the word begins with, possibly after a y. */
    private boolean isFirstVowel(int i) {
        return i == 0 || i == 1 && isHigh(0);
    }

    private boolean besideVowel(int i) {
        return isVowel(i - 1) || isVowel(i + 1);
    }

    private boolean afterHighVowel(int i) {
        return isHigh(i - 1);
    }

    private boolean isHigh(int i) {
        return is(i, Sound.I_) || is(i, Sound.Y) || is(i, Sound.YERY) || is(i, Sound.LONG_I) || is(i, Sound.LATIN_J);
    }

    private boolean isE(int i) {
        return is(i, Sound.E_) || is(i, Sound.YO);
    }

    private boolean isVowel(int i) {
        return i >= 0
                && i < row.length
                && (row[i].isVowel() || row[i] == Sound.LATIN_J || row[i] == Sound.W || row[i] == Sound.WAW);
    }

    private boolean is(int i, Sound sound) {
        return i >= 0 && i < row.length && row[i] == sound;
    }

    private boolean isLast(int i) {
        return i == row.length - 1;
    }
}
