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
    public static final int VERSION = 2;

    /** The most terms of an indexed name. */
    static final int MAX_INDEX_TERMS = 1_000;
    /** The most terms of a query. */
    static final int MAX_QUERY_TERMS = 350;

    private static final String WHOLE = "n";
    private static final String WHOLE_IN_SKELETONS = "m";

    private static final String FOLDED = "w";
    private static final String EAST_ASIAN = "a";
    private static final String ACRONYM = "k";

    /** How many words may have been written as one. */
    private static final int MOST_JOINED = 3;

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
            keys.addAll(own.meant());
            keys.addAll(own.families());
            keys.addAll(own.outline());
            keys.addAll(own.skeletons());
            keys.addAll(own.beginnings());
            keys.addAll(own.misprints());
            if (nameWord.isTelling()) {
                likeliest.add(own.likeliest());
            }
            NameWord last = nameWord.lastPart();
            if (last != null) {
                WordKeys ofLast = new WordKeys(last);
                keys.add(ofLast.folded());
                keys.addAll(ofLast.skeletons());
            }
        }
        joinedAnywhere(nameWords).forEach(joined -> keys.addAll(WordKeys.joined(joined)));
        name.eastAsianReadings().forEach(reading -> keys.add(EAST_ASIAN + reading));
        Acronym.all(name).forEach(acronym -> keys.add(ACRONYM + acronym));
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
        boolean onlyForms = name.tellingWords().isEmpty();
        for (int i = 0; i < nameWords.size(); i++) {
            NameWord nameWord = nameWords.get(i);
            Map<String, NameTerm> nameTerms = new LinkedHashMap<>();
            boolean rare = nameWord.isTelling() && !nameWord.isInitial();
            boolean form = nameWord.kind() == NameWord.Kind.FORM;
            add(nameTerms, keys.get(i).folded(), 1, !nameWord.isInitial() && (!form || onlyForms));
            keys.get(i).meant().forEach(key -> add(nameTerms, key, 1, rare));
            keys.get(i).families().forEach(key -> add(nameTerms, key, 1, onlyForms));
            keys.get(i).outline().forEach(key -> add(nameTerms, key, OUTLINE, true));
            keys.get(i).skeletons().forEach(key -> add(nameTerms, key, SKELETON, true));
            for (List<NameWord> joined : joinedWith(i, nameWords)) {
                WordKeys.joined(joined).forEach(key -> add(nameTerms, key, SKELETON, true));
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
        name.eastAsianReadings().forEach(reading -> add(nameTerms, EAST_ASIAN + reading, SAME_SKELETONS, true));
        Acronym.all(name).forEach(acronym -> add(nameTerms, FOLDED + acronym, SAME_SKELETONS, true));
        List<NameWord> telling = name.tellingWords();
        if (telling.size() == 1) {
            add(nameTerms, ACRONYM + telling.getFirst().folded(), SAME_SKELETONS, true);
        }
        if (!telling.isEmpty()) {
            List<Set<String>> wholes = new ArrayList<>(List.of(new TreeSet<>()));
            for (WordKeys word : words) {
                if (!word.isTelling()) {
                    continue;
                }
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

    /** The runs of two words, and of three short ones, that may be written as one: Sovereign Bank, Mac Donald. */
    private static List<List<NameWord>> joinedAnywhere(List<NameWord> nameWords) {
        List<List<NameWord>> runs = new ArrayList<>();
        for (int i = 0; i < nameWords.size(); i++) {
            for (int end = i + 2; end <= Math.min(nameWords.size(), i + MOST_JOINED); end++) {
                List<NameWord> run = nameWords.subList(i, end);
                if (run.stream().allMatch(NameKeys::mayBeJoined)
                        && (end == i + 2
                                || run.size() == nameWords.size()
                                || run.stream().anyMatch(word -> word.sounds().length() <= SHORT))) {
                    runs.add(run);
                }
            }
        }
        return runs;
    }

    private static List<List<NameWord>> joinedWith(int i, List<NameWord> nameWords) {
        int from = Math.max(0, i - MOST_JOINED + 1);
        List<NameWord> around = nameWords.subList(from, Math.min(nameWords.size(), i + MOST_JOINED));
        return joinedAnywhere(around).stream()
                .filter(run -> run.contains(nameWords.get(i)))
                .toList();
    }

    private static boolean mayBeJoined(NameWord nameWord) {
        return !nameWord.isInitial()
                && nameWord.kind() != NameWord.Kind.FORM
                && nameWord.kind() != NameWord.Kind.GENERATION
                && nameWord.lastPart() == null
                && !nameWord.hasDigits();
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
