package org.claimsledger.name;

/** The distance of two words by sound, in hundredths of a misprint: the cheapest way to turn one into the other. */
final class SoundDistance {

    /** Stands for every distance beyond the limit. */
    static final int FAR = 10_000;

    /** The cost of swapping two neighbouring sounds. */
    private static final int SWAPPED = 90;

    private SoundDistance() {}

    /** The distance, or {@link #FAR} where it is beyond a limit. */
    static int between(Sounds one, Sounds other, int limit) {
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
        int leastOfLast = 0;
        for (int i = 1; i <= a.length; i++) {
            Sound sound = a[i - 1];
            boolean firstVowel = one.firstVowel() == i - 1;
            now[0] = last[0] + dropOne[i - 1];
            int least = now[0];
            for (int j = 1; j <= b.length; j++) {
                int cost = SoundCosts.of(sound, b[j - 1]);
                if (firstVowel && other.firstVowel() == j - 1) {
                    cost *= 2;
                }
                cost += last[j - 1];
                cost = Math.min(cost, last[j] + dropOne[i - 1]);
                cost = Math.min(cost, now[j - 1] + dropOther[j - 1]);
                if (j > 1 && sound.mayBeTwo()) {
                    cost = Math.min(cost, last[j - 2] + forBoth(sound, b[j - 2], b[j - 1]));
                }
                if (i > 1 && b[j - 1].mayBeTwo()) {
                    cost = Math.min(cost, beforeLast[j - 1] + forBoth(b[j - 1], a[i - 2], sound));
                }
                if (i > 1 && j > 1 && sound == b[j - 2] && a[i - 2] == b[j - 1]) {
                    cost = Math.min(cost, beforeLast[j - 2] + SWAPPED);
                }
                now[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > limit && leastOfLast > limit) {
                return FAR;
            }
            leastOfLast = least;
            int[] free = beforeLast;
            beforeLast = last;
            last = now;
            now = free;
        }
        return last[b.length] > limit ? FAR : last[b.length];
    }

    /** The cost of one sound written for two. */
    private static int forBoth(Sound sound, Sound first, Sound second) {
        return switch (sound) {
            case LATIN_X -> first == Sound.K && second == Sound.S ? 0 : FAR;
            case NG, LATIN_NG -> first == Sound.N && isG(second) ? 0 : FAR;
            case YO, E_ -> second == Sound.O_ && isY(first) ? 10 : FAR;
            case LATIN_DJ, DJ -> first == Sound.D && isY(second) ? 10 : FAR;
            case ZH -> first == Sound.Z && isG(second) ? 20 : FAR;
            case DH -> first == Sound.D && isG(second) ? 20 : FAR;
            case TH -> first == Sound.T && isG(second) ? 20 : FAR;
            case SH -> first == Sound.S && second == Sound.H ? 20 : FAR;
            case AE -> first == Sound.A_ && second == Sound.E_ ? 5 : FAR;
            case LATIN_A_CIRCUMFLEX -> second == Sound.A_ && isY(first) ? 0 : FAR;
            case LATIN_U_CIRCUMFLEX -> second == Sound.U_ && isY(first) ? 0 : FAR;
            default -> FAR;
        };
    }

    private static boolean isY(Sound sound) {
        return sound == Sound.Y || sound == Sound.I_ || sound == Sound.LATIN_J;
    }

    private static boolean isG(Sound sound) {
        return sound == Sound.GHE
                || sound == Sound.H
                || sound == Sound.G
                || sound == Sound.GH
                || sound == Sound.KAF
                || sound == Sound.LATIN_G_BREVE;
    }
}
