package org.claimsledger.name;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms by which an index finds names in any spelling. A held name has a few for each word; an asked one says which of
 * them make each of its words match. They mean something to each other only, and may change with the program: an index is
 * made anew when {@link #VERSION} does.
 */
public final class NameKeys {

    /** Rises whenever the terms change. */
    public static final int VERSION = 1;

    private static final String WHOLE = "n";
    private static final String WORD = "w";
    private static final String SKELETON = "s";
    private static final String SKELETON_LESS_ONE = "d";
    private static final String BEGINS = "i";

    private static final int SHORTEST_WITH_A_MISPRINT = 4;

    private NameKeys() {}

    /** The terms of a held name: about a dozen a word, never more than 300. */
    public static Set<String> held(Name name) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(WHOLE + name.foldedInNoOrder());
        for (Word word : name.words()) {
            keys.add(WORD + word.folded());
            for (String skeleton : skeletons(word)) {
                keys.add(BEGINS + skeleton.charAt(0));
                if (!word.isInitial()) {
                    keys.add(SKELETON + skeleton);
                    addEachLessOne(keys, skeleton);
                }
            }
        }
        return keys;
    }

    /** For each asked word the terms that make it match; the whole name, too, counts as a word. */
    public static List<AskedWord> asked(Name name) {
        List<AskedWord> asked = new ArrayList<>();
        asked.add(new AskedWord(name.text(), List.of(new Term(WHOLE + name.foldedInNoOrder(), 1, true))));
        for (Word word : name.words()) {
            Map<String, Term> terms = new LinkedHashMap<>();
            add(terms, WORD + word.folded(), 1, !word.isInitial());
            for (String skeleton : skeletons(word)) {
                if (word.isInitial()) {
                    add(terms, BEGINS + skeleton.charAt(0), 0.4, false);
                    continue;
                }
                add(terms, SKELETON + skeleton, 0.8, true);
                Set<String> lessOne = new LinkedHashSet<>();
                addEachLessOne(lessOne, skeleton);
                lessOne.forEach(key -> add(terms, key, 0.5, true));
                add(terms, WORD + initial(word), 0.3, false);
            }
            asked.add(new AskedWord(word.folded(), List.copyOf(terms.values())));
        }
        return asked;
    }

    private static String initial(Word word) {
        return new String(Character.toChars(word.folded().codePointAt(0)));
    }

    private static void add(Map<String, Term> terms, String key, double weight, boolean opens) {
        terms.putIfAbsent(key, new Term(key, weight, opens));
    }

    private static Set<String> skeletons(Word word) {
        Set<String> skeletons = new LinkedHashSet<>(Skeletons.of(word.sounds()));
        Sounds unglued = word.unglued();
        if (unglued != null) {
            skeletons.addAll(Skeletons.of(unglued));
        }
        return skeletons;
    }

    /** Two skeletons that differ in one place share one of these, or one is among the other's. */
    private static void addEachLessOne(Set<String> keys, String skeleton) {
        if (skeleton.length() < SHORTEST_WITH_A_MISPRINT) {
            return;
        }
        keys.add(SKELETON_LESS_ONE + skeleton);
        for (int i = 0; i < skeleton.length(); i++) {
            keys.add(SKELETON_LESS_ONE + skeleton.substring(0, i) + skeleton.substring(i + 1));
        }
    }
}
