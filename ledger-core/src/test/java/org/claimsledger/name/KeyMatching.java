package org.claimsledger.name;

import java.util.Set;

/** Whether an index that has only keys would find a registered name. */
final class KeyMatching {

    private KeyMatching() {}

    /** Whether a searched word is met by a term that makes a candidate. */
    static boolean opens(Name asked, Name held) {
        Set<String> keys = NameKeys.indexTerms(held);
        return NameKeys.queryTerms(asked).stream()
                .flatMap(word -> word.terms().stream())
                .anyMatch(nameTerm -> nameTerm.selectsCandidates() && keys.contains(nameTerm.text()));
    }

    /** The number of searched words that are met, not counting the whole name. */
    static long wordsMet(Name asked, Name held) {
        Set<String> keys = NameKeys.indexTerms(held);
        return NameKeys.queryTerms(asked).stream()
                .skip(1)
                .filter(word -> word.terms().stream().anyMatch(nameTerm -> keys.contains(nameTerm.text())))
                .count();
    }

    /** It is opened, and the best term that meets a word weighs at least so much. */
    static boolean meets(Name asked, Name held, double weight) {
        Set<String> keys = NameKeys.indexTerms(held);
        return opens(asked, held)
                && NameKeys.queryTerms(asked).stream()
                        .flatMap(word -> word.terms().stream())
                        .anyMatch(nameTerm -> nameTerm.weight() >= weight && keys.contains(nameTerm.text()));
    }
}
