package org.claimsledger.projection.search;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.claimsledger.projection.search.Passage.Word;

/**
 * Looks words up in one pair of fields. Nothing that was asked for is parsed: it comes in as words and is looked up as
 * such.
 *
 * @param word the field of words
 * @param begin the field of their first letters
 */
record WordQueries(String word, String begin) {

    static final WordQueries CLAIMS = new WordQueries(Fields.CLAIM_WORD, Fields.CLAIM_BEGIN);
    static final WordQueries SOURCES = new WordQueries(Fields.SOURCE_WORD, Fields.SOURCE_BEGIN);
    static final WordQueries NAMES = new WordQueries(Fields.NAME_WORD, Fields.NAME_BEGIN);

    /** Where the term occurs as a whole. */
    Query whole(Asked.Term asked) {
        List<String> words = asked.words();
        if (words.size() == 1) {
            return whole(words.getFirst());
        }
        PhraseQuery.Builder pairs = new PhraseQuery.Builder();
        for (int i = 0; i + 1 < words.size(); i++) {
            pairs.add(new Term(word, Terms.pair(words.get(i), words.get(i + 1))), i);
        }
        return pairs.build();
    }

    /** Where that one word or sign occurs. */
    Query whole(String folded) {
        return new TermQuery(new Term(word, Terms.cut(folded)));
    }

    /** Where the term occurs as a whole, or a word begins with it. */
    Query begun(Asked.Term asked) {
        if (asked.signs()) {
            return whole(asked);
        }
        String text = asked.text();
        return text.length() <= Terms.BEGINNING
                ? new TermQuery(new Term(begin, text))
                : new PrefixQuery(new Term(word, Terms.cut(text)));
    }

    /** Where all words occur side by side, in their order. */
    Query together(Asked asked) {
        List<Word> words = asked.whole();
        if (words.size() == 1) {
            return whole(asked.terms().getFirst());
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            phrase.add(new Term(word, Terms.cut(words.get(i).folded())), i);
        }
        return phrase.build();
    }

    /** Where every term occurs, be it as the beginning of a word. */
    Query all(Asked asked) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        asked.terms().forEach(term -> all.add(begun(term), Occur.FILTER));
        return all.build();
    }
}
