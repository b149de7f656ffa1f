package org.claimsledger.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The terms of one word, each kind with a prefix of its own. */
final class WordKeys {

    private static final String FOLDED = "w";
    private static final String OUTLINE = "v";
    private static final String SKELETON = "s";
    private static final String BEGINS = "i";
    private static final String MISPRINT = "d";
    private static final String SHORT_MISPRINT = "e";
    private static final String FAMILY = "f";
    private static final String INITIAL_MARK = ".";

    /** Fewer sounds of two words say too little. */
    private static final int SHORTEST_JOINED = 3;

    /** A skeleton of this length has too little left when a letter is taken out. */
    private static final int SHORT = 3;

    private static final int SHORTEST_WITH_A_MISPRINT = 4;
    private static final int LONGEST_WITH_LETTERS = 12;

    private static final int MOST_WITH_MISPRINTS = 2;

    private final NameWord nameWord;
    private final List<String> skeletons;
    private final String outline;

    WordKeys(NameWord nameWord) {
        this.nameWord = nameWord;
        this.outline = Outline.of(nameWord.sounds());
        List<String> all = with(Skeletons.of(nameWord.sounds()), nameWord.alternativeSounds());
        for (Sounds form : nameWord.otherForms()) {
            all = with(all, form);
        }
        this.skeletons = all;
    }

    private static List<String> with(List<String> skeletons, @Nullable Sounds others) {
        if (others == null) {
            return skeletons;
        }
        Set<String> all = new LinkedHashSet<>(skeletons);
        all.addAll(Skeletons.of(others));
        return new ArrayList<>(all);
    }

    String folded() {
        return FOLDED + nameWord.folded();
    }

    /** The term of the word that is meant, where it is written short or as a particle of several forms. */
    List<String> meant() {
        return nameWord.meant().equals(nameWord.folded()) ? List.of() : List.of(FOLDED + nameWord.meant());
    }

    /** The terms of a legal form: one for each family. */
    List<String> families() {
        List<String> families = new ArrayList<>();
        for (int family = 1; nameWord.kind() == NameWord.Kind.FORM && family <= nameWord.rank(); family <<= 1) {
            if ((nameWord.rank() & family) != 0) {
                families.add(FAMILY + family);
            }
        }
        return families;
    }

    /** The term of all words that begin with the initial of a query, in its own alphabet. */
    String foldedInitial() {
        return FOLDED + nameWord.folded().substring(0, nameWord.folded().offsetByCodePoints(0, 1));
    }

    boolean isTelling() {
        return nameWord.isTelling();
    }

    private boolean isSounded() {
        return nameWord.kind() != NameWord.Kind.INITIAL && nameWord.kind() != NameWord.Kind.FORM;
    }

    /** The terms of the outline; none for an initial or Arabic letters. */
    List<String> outline() {
        return outline.isEmpty() || !isSounded() ? List.of() : List.of(OUTLINE + outline);
    }

    List<String> skeletons() {
        return !isSounded()
                ? List.of()
                : skeletons.stream().map(SKELETON::concat).toList();
    }

    /** The terms of words that may be written as one. */
    static Set<String> joined(List<NameWord> nameWords) {
        Set<String> joined = new LinkedHashSet<>();
        StringBuilder letters = new StringBuilder(FOLDED);
        List<Sounds> sounds = new ArrayList<>(nameWords.size());
        int length = 0;
        for (NameWord nameWord : nameWords) {
            letters.append(nameWord.folded());
            sounds.add(nameWord.sounds());
            length += nameWord.sounds().length();
        }
        joined.add(letters.toString());
        if (length >= SHORTEST_JOINED) {
            Skeletons.ofJoined(sounds).forEach(skeleton -> joined.add(SKELETON + skeleton));
        }
        return joined;
    }

    /** The terms of the sounds that it may begin with. */
    Set<String> beginnings() {
        Set<String> beginnings = new LinkedHashSet<>();
        skeletons.forEach(skeleton -> beginnings.add(BEGINS + skeleton.charAt(0)));
        return beginnings;
    }

    /** The terms that it shares with words that differ in one letter. */
    Set<String> misprints() {
        Set<String> misprints = new LinkedHashSet<>();
        if (!isSounded()) {
            return misprints;
        }
        for (String skeleton : skeletons.subList(0, Math.min(MOST_WITH_MISPRINTS, skeletons.size()))) {
            if (skeleton.length() > SHORT) {
                Misprint.addShared(misprints, MISPRINT, skeleton);
            } else if (skeleton.length() == SHORT) {
                misprints.add(MISPRINT + skeleton);
            }
        }
        int letters = nameWord.folded().length();
        if ((skeletons.isEmpty() || likeliest().length() <= SHORT)
                && letters >= SHORTEST_WITH_A_MISPRINT
                && letters <= LONGEST_WITH_LETTERS) {
            Misprint.addShared(misprints, SHORT_MISPRINT, nameWord.folded());
        }
        return misprints;
    }

    /** The likeliest skeleton, or the written form where there is none. */
    String likeliest() {
        return likely().getFirst();
    }

    /** All skeletons, or the written form where there are none. An initial is marked, since a word may be as short. */
    List<String> likely() {
        if (skeletons.isEmpty()) {
            return List.of(nameWord.folded());
        }
        return nameWord.isInitial()
                ? skeletons.stream().map(INITIAL_MARK::concat).toList()
                : skeletons;
    }

    /**
     * A word as classes of consonants and three classes of vowels, a run of vowels counting as one. It is closer to the
     * word than its skeleton, and still equal for most spellings.
     */
    private static final class Outline {

        private static final int LONGEST = 24;

        private Outline() {}

        /** The outline; empty where the letters do not show vowels. */
        static String of(Sounds sounds) {
            if (sounds.bare()) {
                return "";
            }
            StringBuilder outline = new StringBuilder();
            char vowel = 0;
            for (Sound sound : sounds.row()) {
                if (outline.length() >= LONGEST) {
                    break;
                }
                String consonant = sound.skeleton()[0];
                if (consonant.isEmpty()) {
                    vowel = stronger(vowel, sound);
                } else {
                    if (vowel != 0) {
                        outline.append(vowel);
                        vowel = 0;
                    }
                    outline.append(consonant);
                }
            }
            if (vowel != 0) {
                outline.append(vowel);
            }
            return outline.toString();
        }

        /** The class of a run of vowels: that of a round vowel, else of an open one. */
        private static char stronger(char vowel, Sound sound) {
            char own =
                    switch (sound) {
                        case O_, U_, OE, UE, LONG_U, LATIN_U_CIRCUMFLEX -> 'u';
                        case A_, AE, LONG_A, LATIN_A_CIRCUMFLEX, E_, YO, LATIN_EE -> 'a';
                        default -> 'i';
                    };
            return vowel == 'u' || own == 'i' && vowel != 0 ? vowel : own;
        }
    }
}
