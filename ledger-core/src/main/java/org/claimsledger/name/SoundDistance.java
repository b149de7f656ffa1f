package org.claimsledger.name;

/** How far apart two words sound, in hundredths of a misprint: the cheapest way to turn one into the other. */
final class SoundDistance {

    /** Two neighbours in the other order. */
    private static final int SWAPPED = 90;

    private SoundDistance() {}

    static int between(Sounds one, Sounds other) {
        boolean besideBare = one.bare() != other.bare();
        int[] dropOne = besideBare ? one.droppedBesideBare() : one.dropped();
        int[] dropOther = besideBare ? other.droppedBesideBare() : other.dropped();
        Sound[] a = one.row();
        Sound[] b = other.row();
        int[] beforeLast = new int[b.length + 1];
        int[] last = new int[b.length + 1];
        int[] now = new int[b.length + 1];
        for (int j = 1; j <= b.length; j++) {
            last[j] = last[j - 1] + dropOther[j - 1];
        }
        for (int i = 1; i <= a.length; i++) {
            now[0] = last[0] + dropOne[i - 1];
            for (int j = 1; j <= b.length; j++) {
                int cost = last[j - 1] + taken(a, i - 1, b, j - 1);
                cost = Math.min(cost, last[j] + dropOne[i - 1]);
                cost = Math.min(cost, now[j - 1] + dropOther[j - 1]);
                if (j > 1 && standsForBoth(a[i - 1], b[j - 2], b[j - 1])) {
                    cost = Math.min(cost, last[j - 2]);
                }
                if (i > 1 && standsForBoth(b[j - 1], a[i - 2], a[i - 1])) {
                    cost = Math.min(cost, beforeLast[j - 1]);
                }
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    cost = Math.min(cost, beforeLast[j - 2] + SWAPPED);
                }
                now[j] = cost;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = now;
            now = free;
        }
        return last[b.length];
    }

    /** A vowel that begins a word is rarely mistaken. */
    private static int taken(Sound[] a, int i, Sound[] b, int j) {
        int cost = SoundCosts.of(a[i], b[j]);
        return i == 0 && j == 0 && a[0].isVowel() && b[0].isVowel() ? cost * 2 : cost;
    }

    private static boolean standsForBoth(Sound sound, Sound first, Sound second) {
        return switch (sound) {
            case LATIN_X -> first == Sound.K && second == Sound.S;
            case NG -> first == Sound.N && second == Sound.G;
            default -> false;
        };
    }
}
