package org.claimsledger.name;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.claimsledger.name.NameKeys.NameTerm;

/**
 * The terms by which an index finds names in any spelling. An indexed name has a few terms for each word; a query says
 * which terms make each of its words match. Terms have no meaning elsewhere: an index is rebuilt when {@link #VERSION}
 * changes.
 */
public final class NameKeys {

    /** Rises whenever the terms change. */
    public static final int VERSION = 1;

    /** The most terms of an indexed name. */
    static final int MAX_INDEX_TERMS = 1_000;
    /** The most terms of a query. */
    static final int MAX_QUERY_TERMS = 350;

    private static final String WHOLE = "n";
    private static final String WHOLE_IN_SKELETONS = "m";

    private static final double SAME_SKELETONS = 0.9;
    private static final double OUTLINE = 0.9;
    private static final double SKELETON = 0.75;
    private static final double MISPRINT = 0.5;
    private static final double INITIAL = 0.3;

    /** A word of at most this many sounds may have been written as one with the next. */
    private static final int SHORT = 3;

    private static final int MOST_WHOLES = 8;

    /** A name of more words is found by its other words where one is misprinted. */
    private static final int MOST_WORDS_WITH_MISPRINTS = 4;

    private NameKeys() {}

    /** The terms of an indexed name: about ten for each word, never more than 1,000. */
    public static Set<String> indexTerms(Name name) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(WHOLE + name.foldedSorted());
        List<NameWord> nameWords = name.words();
        Set<String> likeliest = new TreeSet<>();
        for (int i = 0; i < nameWords.size(); i++) {
            NameWord nameWord = nameWords.get(i);
            WordKeys own = new WordKeys(nameWord);
            keys.add(own.folded());
            keys.addAll(own.outline());
            keys.addAll(own.skeletons());
            keys.addAll(own.beginnings());
            keys.addAll(own.misprints());
            likeliest.add(own.likeliest());
            NameWord last = nameWord.lastPart();
            if (last != null) {
                WordKeys ofLast = new WordKeys(last);
                keys.add(ofLast.folded());
                keys.addAll(ofLast.skeletons());
            }
            if (i + 1 < nameWords.size() && maybeWrittenAsOne(nameWord, nameWords.get(i + 1))) {
                keys.addAll(WordKeys.joined(nameWord, nameWords.get(i + 1)));
            }
        }
        if (!likeliest.isEmpty()) {
            keys.add(WHOLE_IN_SKELETONS + String.join(" ", likeliest));
        }
        return keys;
    }

    /**
     * The terms that make each word of a query match, preceded by those for the whole name as if it were one word.
     * Never more than 350 terms in all.
     */
    public static List<QueryWord> queryTerms(Name name) {
        List<QueryWord> queryWords = new ArrayList<>();
        List<NameWord> nameWords = name.words();
        List<WordKeys> keys = nameWords.stream().map(WordKeys::new).toList();
        queryWords.add(whole(name, keys));
        for (int i = 0; i < nameWords.size(); i++) {
            NameWord nameWord = nameWords.get(i);
            Map<String, NameTerm> nameTerms = new LinkedHashMap<>();
            add(nameTerms, keys.get(i).folded(), 1, !nameWord.isInitial());
            keys.get(i).outline().forEach(key -> add(nameTerms, key, OUTLINE, true));
            keys.get(i).skeletons().forEach(key -> add(nameTerms, key, SKELETON, true));
            if (i + 1 < nameWords.size() && maybeWrittenAsOne(nameWord, nameWords.get(i + 1))) {
                WordKeys.joined(nameWord, nameWords.get(i + 1)).forEach(key -> add(nameTerms, key, SKELETON, true));
            }
            if (i > 0 && maybeWrittenAsOne(nameWords.get(i - 1), nameWord)) {
                WordKeys.joined(nameWords.get(i - 1), nameWord).forEach(key -> add(nameTerms, key, SKELETON, true));
            }
            if (nameWords.size() <= MOST_WORDS_WITH_MISPRINTS) {
                keys.get(i).misprints().forEach(key -> add(nameTerms, key, MISPRINT, nameWords.size() == 1));
            }
            if (nameWord.isInitial()) {
                keys.get(i).beginnings().forEach(key -> add(nameTerms, key, INITIAL, false));
            } else {
                add(nameTerms, keys.get(i).foldedInitial(), INITIAL, false);
            }
            queryWords.add(new QueryWord(nameWord.folded(), List.copyOf(nameTerms.values())));
        }
        return queryWords;
    }

    private static QueryWord whole(Name name, List<WordKeys> words) {
        Map<String, NameTerm> nameTerms = new LinkedHashMap<>();
        add(nameTerms, WHOLE + name.foldedSorted(), 1, true);
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
            wholes.forEach(whole -> add(nameTerms, WHOLE_IN_SKELETONS + String.join(" ", whole), SAME_SKELETONS, true));
        }
        return new QueryWord(name.text(), List.copyOf(nameTerms.values()));
    }

    /** Whether two words may be written as one, as in Abu Bakr, Nur-Sultan and Bu Raqiba. */
    private static boolean maybeWrittenAsOne(NameWord nameWord, NameWord next) {
        return !nameWord.isInitial()
                && !next.isInitial()
                && (nameWord.kind() == NameWord.Kind.PARTICLE
                        || nameWord.hyphened()
                        || nameWord.sounds().length() <= SHORT);
    }

    private static void add(Map<String, NameTerm> nameTerms, String key, double weight, boolean opens) {
        nameTerms.putIfAbsent(key, new NameTerm(key, weight, opens));
    }

    /**
     * A term to look up in an index of names.
     *
     * @param weight from 0 to 1: the worth of an indexed name with this term, where one with the very word has 1
     * @param opens whether the term is rare enough to make a name a candidate by itself
     */
    public record NameTerm(String text, double weight, boolean selectsCandidates) {}

    /** A word of a query. Any of its terms, the weightiest first, makes it match. */
    public record QueryWord(String word, List<NameTerm> terms) {

        public QueryWord {
            terms = List.copyOf(terms);
        }
    }
}
