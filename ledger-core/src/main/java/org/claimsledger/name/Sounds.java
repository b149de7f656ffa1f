package org.claimsledger.name;

import java.util.Arrays;

/**
 * A word as it sounds, as far as letters tell: a row of sounds, and what it costs to leave each out.
 *
 * @param bare whether its letters leave short vowels out, as Arabic ones do
 */
record Sounds(Sound[] row, boolean bare, int[] dropped, int[] droppedBesideBare) {

    static final Sounds NONE = of(new Sound[0], false);

    static Sounds of(Sound[] row, boolean bare) {
        int[] dropped = new int[row.length];
        int[] besideBare = new int[row.length];
        for (int i = 0; i < row.length; i++) {
            dropped[i] = droppedAt(row, i);
            besideBare[i] = bare ? dropped[i] : droppedBesideBareAt(row, i, dropped[i]);
        }
        return new Sounds(row, bare, dropped, besideBare);
    }

    int length() {
        return row.length;
    }

    /** The row without its first sounds. */
    Sounds from(int start) {
        return of(Arrays.copyOfRange(row, start, row.length), bare);
    }

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

    @Override
    public String toString() {
        StringBuilder signs = new StringBuilder();
        for (Sound sound : row) {
            signs.append(sound.sign());
        }
        return signs.toString();
    }

    private static int droppedAt(Sound[] row, int at) {
        boolean first = at == 0;
        boolean last = at == row.length - 1;
        boolean afterVowel = !first && isOpen(row[at - 1]);
        boolean beforeVowel = !last && isOpen(row[at + 1]);
        boolean besideVowel = afterVowel || beforeVowel;
        return switch (row[at]) {
            case Y -> besideVowel ? 10 : 30;
            case LATIN_J -> besideVowel ? 10 : 80;
            case H -> last && afterVowel ? 8 : 60;
            case KH, GH -> 90;
            case TA_MARBUTA -> 8;
            case AYN -> 0;
            case FIRST_ALIF -> 15;
            case ALIF -> 45;
            case WAW, YA -> 60;
            case LAST_YA -> 40;
            case LATIN_EE -> 10;
            case W -> besideVowel ? 30 : 100;
            case A_, O_, AE, OE -> last ? 100 : first ? 80 : besideVowel ? 25 : 55;
            case E_ ->
                last ? (afterVowel ? 60 : 35) : first ? 80 : besideVowel ? 15 : inEndingOfOldNames(row, at) ? 10 : 55;
            case I_, YERY, U_, UE, YO -> last ? (afterVowel ? 15 : 60) : first ? 60 : besideVowel ? 15 : 45;
            default -> SoundCosts.MISPRINT;
        };
    }

    /** Alexander and Aleksandr, Peter and Petr. */
    private static boolean inEndingOfOldNames(Sound[] row, int at) {
        return at == row.length - 2
                && row[at + 1] == Sound.R
                && at > 0
                && (row[at - 1] == Sound.D || row[at - 1] == Sound.T);
    }

    /** Short vowels go unwritten in Arabic letters; first and last ones and the halves of diphthongs are written. */
    private static int droppedBesideBareAt(Sound[] row, int at, int dropped) {
        Sound sound = row[at];
        if (!sound.isVowel()) {
            return sound == Sound.H ? Math.min(dropped, 60) : dropped;
        }
        boolean first = at == 0;
        boolean last = at == row.length - 1;
        boolean afterVowel = !first && isOpen(row[at - 1]);
        if (first) {
            return 60;
        }
        return switch (sound) {
            case A_, AE -> last ? 40 : afterVowel ? 20 : 3;
            case E_ -> last ? 15 : afterVowel ? 20 : 3;
            case O_, OE -> last ? 50 : afterVowel ? 30 : 8;
            case I_, YERY, LATIN_EE, Y -> last ? 50 : afterVowel ? 30 : 8;
            case U_, UE -> last ? 50 : at == row.length - 2 ? 45 : afterVowel ? 30 : 8;
            default -> dropped;
        };
    }

    private static boolean isOpen(Sound sound) {
        return sound.isVowel() || sound == Sound.LATIN_J || sound == Sound.W || sound == Sound.WAW;
    }
}
