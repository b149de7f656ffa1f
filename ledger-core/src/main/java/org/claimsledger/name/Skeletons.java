package org.claimsledger.name;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word reduced to what all its spellings share: classes of consonants, and whether it begins with a vowel. Where a
 * letter is ambiguous there are several skeletons, at most {@link #MOST}.
 */
final class Skeletons {

    static final int MOST = 4;

    private static final int LONGEST = 16;

    private static final String[] FIRST_VOWEL = {"A"};
    private static final String[] FIRST_WAW = {"V", "A"};
    private static final String[] LAST_H = {"", "K"};
    private static final String[] NOTHING = {""};

    private Skeletons() {}

    static List<String> of(Sounds sounds) {
        return of(sounds.row(), sounds.bare());
    }

    /** The skeletons of words that are written as one. */
    static List<String> ofJoined(List<Sounds> words) {
        return of(Sounds.joined(words), words.getFirst().bare());
    }

    private static List<String> of(Sound[] row, boolean bare) {
        List<StringBuilder> all = new ArrayList<>();
        all.add(new StringBuilder());
        for (int i = 0; i < row.length; i++) {
            grow(all, options(row, i), !bare && i > 0 ? row[i - 1] : null, i == 0);
        }
        List<String> skeletons = new ArrayList<>(all.size());
        for (StringBuilder built : all) {
            String skeleton = built.toString();
            if (!skeleton.isEmpty() && !skeletons.contains(skeleton)) {
                skeletons.add(skeleton);
            }
        }
        return skeletons;
    }

    private static String[] options(Sound[] row, int i) {
        Sound sound = row[i];
        if (i == 0) {
            return sound == Sound.WAW ? FIRST_WAW : sound.isVowel() ? FIRST_VOWEL : sound.skeleton();
        }
        boolean last = i == row.length - 1;
        if (last && sound == Sound.H && row[i - 1].isVowel()) {
            return LAST_H;
        }
        if (last && sound == Sound.LATIN_J && row[i - 1].isVowel() && row[i - 1] != Sound.A_) {
            return NOTHING;
        }
        return sound.skeleton();
    }

    private static void grow(List<StringBuilder> all, String[] options, @Nullable Sound before, boolean first) {
        int grown = all.size();
        for (int k = 0; k < grown; k++) {
            StringBuilder stem = all.get(k);
            if (stem.length() >= LONGEST) {
                continue;
            }
            for (int o = 1; o < options.length && all.size() < MOST; o++) {
                all.add(append(new StringBuilder(stem), first && options[o].isEmpty() ? "A" : options[o], before));
            }
            append(stem, first && options[0].isEmpty() ? "A" : options[0], before);
        }
    }

    /** Neighbouring sibilants, and t or d before one, are spelt in too many ways to be told apart. */
    private static StringBuilder append(StringBuilder skeleton, String option, @Nullable Sound before) {
        if (option.startsWith("S") && before != null && !before.isVowel() && !skeleton.isEmpty()) {
            char last = skeleton.charAt(skeleton.length() - 1);
            if (last == 'S') {
                return skeleton;
            }
            if (last == 'T' || last == 'D') {
                skeleton.setCharAt(skeleton.length() - 1, 'S');
                return skeleton;
            }
        }
        return skeleton.append(option);
    }
}
