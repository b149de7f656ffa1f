package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.claimsledger.name.Likeness;
import org.claimsledger.name.Likeness.LikenessKind;
import org.claimsledger.name.Name;
import org.claimsledger.projection.search.MatchPager.MatchTier;
import org.claimsledger.projection.search.Search.FieldMatch;
import org.claimsledger.projection.search.Search.FieldMatch.Highlight;
import org.claimsledger.projection.search.TokenizedText.TextToken;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a search that occur in one text.
 *
 * @param owner where there can be several: the piece of evidence, or the subject that has the name
 * @param phrase whether all of them do, side by side and in order
 * @param wholeTerms those that do, as whole words
 * @param looseTerms those that do at all
 * @param matchedTokens the words of the text that they match
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

    private static TextMatch empty(String field, @Nullable String of, TokenizedText tokenizedText, boolean together) {
        return new TextMatch(field, of, tokenizedText, together, new BitSet(), new BitSet(), new BitSet());
    }

    /** The match in a text, where each term may begin a word. */
    static TextMatch inText(String text, String field, @Nullable String of, SearchQuery searchQuery) {
        TokenizedText tokenizedText = TokenizedText.of(text);
        TextMatch textMatch = empty(field, of, tokenizedText, searchQuery.occursAsPhraseIn(tokenizedText));
        for (int i = 0; i < searchQuery.terms().size(); i++) {
            textMatch.addTerm(searchQuery.terms().get(i), i, true);
        }
        return textMatch;
    }

    /** The match in a name as it is written, where only the last term may begin a word. */
    static TextMatch inName(String name, String field, String of, SearchQuery searchQuery) {
        TokenizedText tokenizedText = TokenizedText.of(name);
        TextMatch textMatch = empty(field, of, tokenizedText, searchQuery.occursAsPhraseIn(tokenizedText));
        for (int i = 0; i < searchQuery.terms().size(); i++) {
            SearchQuery.QueryTerm queryTerm = searchQuery.terms().get(i);
            textMatch.addTerm(queryTerm, i, queryTerm.equals(searchQuery.lastTerm()));
        }
        return textMatch;
    }

    /** The match in a name that a term spells in another way; a single letter spells no other word than itself. */
    static TextMatch inOtherSpelling(String name, String field, String of, SearchQuery searchQuery) {
        TextMatch textMatch = empty(field, of, TokenizedText.of(name), false);
        Name candidate = Name.of(name);
        for (int i = 0; i < searchQuery.terms().size(); i++) {
            Likeness likeness = Likeness.ofQuery(searchQuery.terms().get(i).name(), candidate);
            if (likeness.score() >= Likeness.MATCH && likeness.kind() != LikenessKind.INITIALS) {
                textMatch.looseTerms.set(i);
            }
        }
        return textMatch;
    }

    private void addTerm(SearchQuery.QueryTerm queryTerm, int number, boolean mayBegin) {
        if (queryTerm.occursIn(tokenized)) {
            wholeTerms.set(number);
        }
        if (mayBegin || wholeTerms.get(number)) {
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

    /** The texts in which any term occurs, in their order: the best {@code most} of them. */
    static List<FieldMatch> bestFields(List<TextMatch> texts, int most) {
        List<TextMatch> textMatch =
                texts.stream().filter(it -> !it.looseTerms.isEmpty()).toList();
        List<TextMatch> best = textMatch.stream().sorted(BEST).limit(most).toList();
        return textMatch.stream()
                .filter(best::contains)
                .map(TextMatch::toFieldMatch)
                .toList();
    }

    private FieldMatch toFieldMatch() {
        return new FieldMatch(field, owner, tokenized.text(), highlights());
    }

    /** A name that is only spelled in another way is highlighted as a whole. */
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
