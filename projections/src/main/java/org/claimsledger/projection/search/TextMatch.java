package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.claimsledger.name.Likeness;
import org.claimsledger.name.Name;
import org.claimsledger.projection.search.MatchPager.MatchTier;
import org.claimsledger.projection.search.Search.FieldMatch;
import org.claimsledger.projection.search.Search.FieldMatch.Highlight;
import org.claimsledger.projection.search.TokenizedText.TextToken;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a query that occur in one text.
 *
 * @param owner the evidence that a quote belongs to, or the subject that has the name; absent for other fields
 * @param phrase whether all words of the query occur side by side, in order
 * @param wholeTerms the terms that occur as whole words, by their index in the query
 * @param looseTerms the terms that occur at all, by their index in the query
 * @param matchedTokens the matching words of the text, by their index
 */
record TextMatch(
        String field,
        @Nullable String owner,
        TokenizedText tokenized,
        boolean phrase,
        BitSet wholeTerms,
        BitSet looseTerms,
        BitSet matchedTokens) {

    private static final Comparator<TextMatch> BEST = Comparator.comparing((TextMatch it) -> !it.phrase)
            .thenComparing(it -> -it.wholeTerms.cardinality())
            .thenComparing(it -> -it.looseTerms.cardinality());

    private static TextMatch empty(String field, @Nullable String owner, TokenizedText tokenizedText, boolean phrase) {
        return new TextMatch(field, owner, tokenizedText, phrase, new BitSet(), new BitSet(), new BitSet());
    }

    /** The match in a text. Every term may match the beginning of a word. */
    static TextMatch inText(String text, String field, @Nullable String owner, SearchQuery searchQuery) {
        TokenizedText tokenizedText = TokenizedText.of(text);
        TextMatch textMatch = empty(field, owner, tokenizedText, searchQuery.occursAsPhraseIn(tokenizedText));
        for (int i = 0; i < searchQuery.terms().size(); i++) {
            textMatch.addTerm(searchQuery.terms().get(i), i, true);
        }
        return textMatch;
    }

    /** The match in a name as it is written. Only the last term may match the beginning of a word. */
    static TextMatch inName(String name, String field, String owner, SearchQuery searchQuery) {
        TokenizedText tokenizedText = TokenizedText.of(name);
        TextMatch textMatch = empty(field, owner, tokenizedText, searchQuery.occursAsPhraseIn(tokenizedText));
        for (int i = 0; i < searchQuery.terms().size(); i++) {
            SearchQuery.QueryTerm queryTerm = searchQuery.terms().get(i);
            textMatch.addTerm(queryTerm, i, queryTerm.equals(searchQuery.lastTerm()));
        }
        return textMatch;
    }

    /** The match in a name that terms spell in another way. A single letter is no spelling of a word. */
    static TextMatch inOtherSpelling(String name, String field, String owner, SearchQuery searchQuery) {
        TextMatch textMatch = empty(field, owner, TokenizedText.of(name), false);
        Name candidate = Name.of(name);
        for (int i = 0; i < searchQuery.terms().size(); i++) {
            if (Likeness.isSpelledIn(searchQuery.terms().get(i).name(), candidate)) {
                textMatch.looseTerms.set(i);
            }
        }
        return textMatch;
    }

    private void addTerm(SearchQuery.QueryTerm queryTerm, int number, boolean mayBePrefix) {
        if (queryTerm.occursIn(tokenized)) {
            wholeTerms.set(number);
        }
        if (mayBePrefix || wholeTerms.get(number)) {
            BitSet where = queryTerm.matchingTokens(tokenized);
            if (!where.isEmpty()) {
                looseTerms.set(number);
                matchedTokens.or(where);
            }
        }
    }

    /** How closely several texts match together; absent where a term occurs in none of them. */
    static @Nullable MatchTier tier(List<TextMatch> texts, SearchQuery searchQuery) {
        int terms = searchQuery.terms().size();
        BitSet whole = new BitSet();
        BitSet loose = new BitSet();
        for (TextMatch each : texts) {
            if (each.phrase) {
                return MatchTier.PHRASE;
            }
            whole.or(each.wholeTerms);
            loose.or(each.looseTerms);
        }
        if (whole.cardinality() == terms) {
            return MatchTier.WHOLE_WORDS;
        }
        return loose.cardinality() == terms ? MatchTier.LOOSE : null;
    }

    /** The best {@code most} of the texts in which any term occurs, in their order. */
    static List<FieldMatch> bestFields(List<TextMatch> texts, int most) {
        List<TextMatch> matching =
                texts.stream().filter(it -> !it.looseTerms.isEmpty()).toList();
        List<TextMatch> best = matching.stream().sorted(BEST).limit(most).toList();
        return matching.stream()
                .filter(best::contains)
                .map(TextMatch::toFieldMatch)
                .toList();
    }

    private FieldMatch toFieldMatch() {
        return new FieldMatch(field, owner, tokenized.text(), highlights());
    }

    /** A name that matches only in another spelling is highlighted as a whole. */
    private List<Highlight> highlights() {
        List<Highlight> highlights = new ArrayList<>();
        if (matchedTokens.isEmpty()) {
            highlights.add(new Highlight(0, tokenized.text().length()));
        }
        for (int at = matchedTokens.nextSetBit(0); at >= 0; ) {
            int end = at;
            while (matchedTokens.get(end + 1) && areSideBySide(end)) {
                end++;
            }
            highlights.add(new Highlight(
                    tokenized.tokens().get(at).from(),
                    tokenized.tokens().get(end).to()));
            at = matchedTokens.nextSetBit(end + 1);
        }
        return highlights;
    }

    private boolean areSideBySide(int at) {
        TextToken textToken = tokenized.tokens().get(at);
        TextToken next = tokenized.tokens().get(at + 1);
        return textToken.singleCharacter() && next.singleCharacter() && textToken.to() == next.from();
    }
}
