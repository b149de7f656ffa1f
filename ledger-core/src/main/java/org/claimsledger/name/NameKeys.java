package org.claimsledger.name;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The terms by which an index finds names in any spelling. A held name has a few for each word; an asked one says which of
 * them make each of its words match. They mean something to each other only: an index is made anew when {@link #VERSION}
 * changes.
 */
public final class NameKeys {

    /** Rises whenever the terms change. */
    public static final int VERSION = 1;

    /** No held name has more terms. */
    static final int MOST_HELD = 1_000;
    /** No asked name has more terms. */
    static final int MOST_ASKED = 350;

    private static final String WHOLE = "n";
    private static final String WHOLE_IN_SKELETONS = "m";

    private static final double SAME_SKELETONS = 0.9;
    private static final double OUTLINE = 0.9;
    private static final double SKELETON = 0.75;
    private static final double MISPRINT = 0.5;
    private static final double INITIAL = 0.3;

    /** Words of so few sounds may have been written as one with the next. */
    private static final int SHORT = 3;

    private static final int MOST_WHOLES = 8;

    /** Longer names are found by their other words. */
    private static final int MOST_WORDS_WITH_MISPRINTS = 4;

    private NameKeys() {}

    /** The terms of a held name: about ten a word, never more than 1,000. */
    public static Set<String> held(Name name) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(WHOLE + name.foldedInNoOrder());
        List<Word> words = name.words();
        Set<String> likeliest = new TreeSet<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            WordKeys own = new WordKeys(word);
            keys.add(own.folded());
            keys.addAll(own.outline());
            keys.addAll(own.skeletons());
            keys.addAll(own.beginnings());
            keys.addAll(own.misprints());
            likeliest.add(own.likeliest());
            Word last = word.last();
            if (last != null) {
                WordKeys ofLast = new WordKeys(last);
                keys.add(ofLast.folded());
                keys.addAll(ofLast.skeletons());
            }
            if (i + 1 < words.size() && mayBeOne(word, words.get(i + 1))) {
                keys.addAll(WordKeys.joined(word, words.get(i + 1)));
            }
        }
        if (!likeliest.isEmpty()) {
            keys.add(WHOLE_IN_SKELETONS + String.join(" ", likeliest));
        }
        return keys;
    }

    /**
     * For each asked word the terms that make it match; first for the whole name, as if it were a word. Never more than 350
     * terms in all.
     */
    public static List<AskedWord> asked(Name name) {
        List<AskedWord> asked = new ArrayList<>();
        List<Word> words = name.words();
        List<WordKeys> keys = words.stream().map(WordKeys::new).toList();
        asked.add(whole(name, keys));
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            Map<String, Term> terms = new LinkedHashMap<>();
            add(terms, keys.get(i).folded(), 1, !word.isInitial());
            keys.get(i).outline().forEach(key -> add(terms, key, OUTLINE, true));
            keys.get(i).skeletons().forEach(key -> add(terms, key, SKELETON, true));
            if (i + 1 < words.size() && mayBeOne(word, words.get(i + 1))) {
                WordKeys.joined(word, words.get(i + 1)).forEach(key -> add(terms, key, SKELETON, true));
            }
            if (i > 0 && mayBeOne(words.get(i - 1), word)) {
                WordKeys.joined(words.get(i - 1), word).forEach(key -> add(terms, key, SKELETON, true));
            }
            if (words.size() <= MOST_WORDS_WITH_MISPRINTS) {
                keys.get(i).misprints().forEach(key -> add(terms, key, MISPRINT, words.size() == 1));
            }
            if (word.isInitial()) {
                keys.get(i).beginnings().forEach(key -> add(terms, key, INITIAL, false));
            } else {
                add(terms, keys.get(i).foldedInitial(), INITIAL, false);
            }
            asked.add(new AskedWord(word.folded(), List.copyOf(terms.values())));
        }
        return asked;
    }

    private static AskedWord whole(Name name, List<WordKeys> words) {
        Map<String, Term> terms = new LinkedHashMap<>();
        add(terms, WHOLE + name.foldedInNoOrder(), 1, true);
        if (!words.isEmpty()) {
            List<Set<String>> wholes = new ArrayList<>(List.of(new TreeSet<>()));
            for (WordKeys word : words) {
                int grown = wholes.size();
                List<String> likely = word.likely();
                for (int k = 0; k < grown; k++) {
                    for (int l = 1; l < likely.size() && wholes.size() < MOST_WHOLES; l++) {
                        Set<String> other = new TreeSet<>(wholes.get(k));
                        other.add(likely.get(l));
                        wholes.add(other);
                    }
                    wholes.get(k).add(likely.getFirst());
                }
            }
            wholes.forEach(whole -> add(terms, WHOLE_IN_SKELETONS + String.join(" ", whole), SAME_SKELETONS, true));
        }
        return new AskedWord(name.text(), List.copyOf(terms.values()));
    }

    /** Abu Bakr, Nur-Sultan, Bu Raqiba: the next one may be written as the same word. */
    private static boolean mayBeOne(Word word, Word next) {
        return !word.isInitial()
                && !next.isInitial()
                && (word.kind() == Word.Kind.PARTICLE
                        || word.hyphened()
                        || word.sounds().length() <= SHORT);
    }

    private static void add(Map<String, Term> terms, String key, double weight, boolean opens) {
        terms.putIfAbsent(key, new Term(key, weight, opens));
    }
}
