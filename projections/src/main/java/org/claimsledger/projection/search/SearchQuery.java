package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.name.Name;
import org.claimsledger.projection.search.TokenizedText.TextToken;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;

/**
 * A query: words that all have to occur, in any order. It has no operators.
 *
 * @param terms the different terms, in order of first occurrence
 * @param tokens all words in their order
 */
record SearchQuery(List<QueryTerm> terms, List<TextToken> tokens) {

    /**
     * A term of a query: one word, or several adjacent characters of a script without spaces.
     *
     * @param words the folded word, or the folded characters
     * @param singleCharacters whether the words are characters of a script without spaces, or symbols
     * @param name the term as a name
     */
    record QueryTerm(List<String> words, boolean singleCharacters, Name name) {

        QueryTerm {
            words = List.copyOf(words);
        }

        static QueryTerm of(List<TextToken> textTokens) {
            List<String> folded = textTokens.stream().map(TextToken::folded).toList();
            return new QueryTerm(folded, textTokens.getFirst().singleCharacter(), Name.of(String.join("", folded)));
        }

        String text() {
            return String.join("", words);
        }

        /** Whether the whole term stands at that word of the text. */
        private boolean startsAt(int at, TokenizedText tokenizedText) {
            return occursAt(words, at, tokenizedText);
        }

        /** Whether that word of the text begins with the term. */
        private boolean isPrefixAt(int at, TokenizedText tokenizedText) {
            return !singleCharacters && tokenizedText.tokens().get(at).folded().startsWith(words.getFirst());
        }

        boolean occursIn(TokenizedText tokenizedText) {
            for (int at = 0; at < tokenizedText.tokens().size(); at++) {
                if (startsAt(at, tokenizedText)) {
                    return true;
                }
            }
            return false;
        }

        /** The words of the text that are the term, or begin with it. */
        BitSet matchingTokens(TokenizedText tokenizedText) {
            BitSet places = new BitSet();
            for (int at = 0; at < tokenizedText.tokens().size(); at++) {
                if (startsAt(at, tokenizedText)) {
                    places.set(at, at + words.size());
                } else if (isPrefixAt(at, tokenizedText)) {
                    places.set(at);
                }
            }
            return places;
        }
    }

    static SearchQuery of(String query) {
        List<TextToken> textTokens = TokenizedText.of(query).tokens();
        Set<QueryTerm> queryTerms = new LinkedHashSet<>();
        for (int at = 0; at < textTokens.size(); ) {
            int end = at + 1;
            while (end < textTokens.size() && areOneTerm(textTokens.get(end - 1), textTokens.get(end))) {
                end++;
            }
            queryTerms.add(QueryTerm.of(textTokens.subList(at, end)));
            at = end;
        }
        if (queryTerms.size() > Search.MAX_WORDS) {
            throw Refused.because(
                    RefusalCode.INVALID_PARAMETER, "q has at most " + Search.MAX_WORDS + " different words");
        }
        return new SearchQuery(new ArrayList<>(queryTerms), textTokens);
    }

    private static boolean areOneTerm(TextToken before, TextToken after) {
        return before.singleCharacter() && after.singleCharacter() && before.to() == after.from();
    }

    /** Whether the query has no words, so that nothing can be found. */
    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Whether the query is one term, which occurs once. */
    boolean isOneTerm() {
        return terms.size() == 1 && tokens.size() == terms.getFirst().words().size();
    }

    QueryTerm lastTerm() {
        return terms.getLast();
    }

    /** Whether all words stand in the text side by side, in order. */
    boolean occursAsPhraseIn(TokenizedText tokenizedText) {
        List<String> folded = tokens.stream().map(TextToken::folded).toList();
        for (int at = 0; at < tokenizedText.tokens().size(); at++) {
            if (occursAt(folded, at, tokenizedText)) {
                return true;
            }
        }
        return false;
    }

    private static boolean occursAt(List<String> folded, int at, TokenizedText tokenizedText) {
        List<TextToken> textTokens = tokenizedText.tokens();
        if (at + folded.size() > textTokens.size()) {
            return false;
        }
        for (int i = 0; i < folded.size(); i++) {
            if (!textTokens.get(at + i).folded().equals(folded.get(i))) {
                return false;
            }
        }
        return true;
    }
}
