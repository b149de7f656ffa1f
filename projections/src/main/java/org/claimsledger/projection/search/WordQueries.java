package org.claimsledger.projection.search;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.claimsledger.projection.search.TokenizedText.TextToken;

/**
 * Queries for words in one pair of fields. A query has no operators; its words are looked up as they are.
 *
 * @param wordField the field of words
 * @param prefixField the field of their first letters
 */
record WordQueries(String wordField, String prefixField) {

    static final WordQueries CLAIMS = new WordQueries(IndexFields.CLAIM_WORD, IndexFields.CLAIM_PREFIX);
    static final WordQueries SOURCES = new WordQueries(IndexFields.SOURCE_WORD, IndexFields.SOURCE_PREFIX);
    static final WordQueries NAMES = new WordQueries(IndexFields.NAME_WORD, IndexFields.NAME_PREFIX);

    /** Matches documents with the whole term. */
    Query wholeTerm(SearchQuery.QueryTerm queryTerm) {
        List<String> words = queryTerm.words();
        if (words.size() == 1) {
            return wholeTerm(words.getFirst());
        }
        PhraseQuery.Builder pairs = new PhraseQuery.Builder();
        for (int i = 0; i + 1 < words.size(); i++) {
            pairs.add(new Term(wordField, TextTokenStream.bigram(words.get(i), words.get(i + 1))), i);
        }
        return pairs.build();
    }

    /** Matches documents with that word or single character. */
    Query wholeTerm(String folded) {
        return new TermQuery(new Term(wordField, TextTokenStream.truncated(folded)));
    }

    /** Matches documents with the whole term, or with a word that begins with it. */
    Query wholeOrPrefix(SearchQuery.QueryTerm queryTerm) {
        if (queryTerm.singleCharacters()) {
            return wholeTerm(queryTerm);
        }
        String text = queryTerm.text();
        return text.length() <= TextTokenStream.PREFIX_LENGTH
                ? new TermQuery(new Term(prefixField, text))
                : new PrefixQuery(new Term(wordField, TextTokenStream.truncated(text)));
    }

    /** Matches documents with all words side by side, in order. */
    Query phrase(SearchQuery searchQuery) {
        List<TextToken> textTokens = searchQuery.tokens();
        if (textTokens.size() == 1) {
            return wholeTerm(searchQuery.terms().getFirst());
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int i = 0; i < textTokens.size(); i++) {
            phrase.add(
                    new Term(
                            wordField,
                            TextTokenStream.truncated(textTokens.get(i).folded())),
                    i);
        }
        return phrase.build();
    }

    /** Matches documents with every term, as a whole or as the beginning of a word. */
    Query everyTerm(SearchQuery searchQuery) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        searchQuery.terms().forEach(queryTerm -> all.add(wholeOrPrefix(queryTerm), Occur.FILTER));
        return all.build();
    }
}
