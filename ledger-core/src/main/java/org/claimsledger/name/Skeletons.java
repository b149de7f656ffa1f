package org.claimsledger.name;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a word when all that spellings differ in is taken away: classes of consonants, and whether it begins with
 * a vowel. Where a letter leaves open what was meant there are several, at most {@link #MOST}.
 */
final class Skeletons {

    static final int MOST = 4;

    private static final int LONGEST = 16;

    private Skeletons() {}

    static List<String> of(Sounds sounds) {
        List<StringBuilder> all = new ArrayList<>();
        all.add(new StringBuilder());
        Sound[] row = sounds.row();
        for (int i = 0; i < row.length; i++) {
            Sound sound = row[i];
            boolean first = i == 0;
            if (first && (sound.isVowel() || sound == Sound.W && row.length > 1 && row[1].isVowel())) {
                all.get(0).append('A');
                continue;
            }
            boolean silentH = sound == Sound.H && i == row.length - 1 && row[i - (first ? 0 : 1)].isVowel();
            String[] options = silentH ? LAST_H : sound.skeleton();
            grow(all, options, !sounds.bare() && i > 0 ? row[i - 1] : null, first);
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

    private static final String[] LAST_H = {"", "K"};

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

    /** Hissing consonants beside each other, and t or d before one, are written in too many ways to be told apart. */
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
