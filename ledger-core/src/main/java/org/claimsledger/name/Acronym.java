package org.claimsledger.name;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The first letters of the words of an organisation's name, as its acronym has them. */
final class Acronym {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 8;

    private Acronym() {}

    /** How the letters are taken: of telling words, of particles too, or of hyphened words the first one only. */
    enum Taken {
        TELLING,
        WITH_PARTICLES,
        HYPHENED_AS_ONE
    }

    /** Whether one of the names is the acronym of the other. */
    static boolean of(Name one, Name other) {
        return isShort(one, other) || isShort(other, one);
    }

    private static boolean isShort(Name acronym, Name whole) {
        List<NameWord> words = acronym.tellingWords();
        return words.size() == 1
                && whole.words().size() >= SHORTEST
                && words.getFirst().folded().length() >= SHORTEST
                && words.getFirst().folded().length() <= LONGEST
                && all(whole).contains(words.getFirst().folded());
    }

    /** The acronyms of an organisation's name of several words. */
    static Set<String> all(Name name) {
        Set<String> all = new LinkedHashSet<>();
        if (name.isOfABody() && name.words().stream().noneMatch(NameWord::isInitial)) {
            for (Taken taken : Taken.values()) {
                String letters = letters(name, taken);
                if (letters.length() >= SHORTEST && letters.length() <= LONGEST) {
                    all.add(letters);
                }
            }
        }
        return all;
    }

    private static String letters(Name name, Taken taken) {
        StringBuilder letters = new StringBuilder();
        boolean hyphened = false;
        for (NameWord word : name.words()) {
            boolean left = taken == Taken.HYPHENED_AS_ONE && hyphened;
            if (!left && (word.isTelling() || taken == Taken.WITH_PARTICLES && word.kind() == NameWord.Kind.PARTICLE)) {
                letters.appendCodePoint(word.folded().codePointAt(0));
            }
            hyphened = word.hyphened();
        }
        return letters.toString();
    }
}
