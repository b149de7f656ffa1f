package org.claimsledger.name;

/**
 * A word as classes of consonants and three classes of vowels, a run of vowels counting as one. It is closer to the
 * word than its skeleton, and still equal for most spellings.
 */
final class Outline {

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
