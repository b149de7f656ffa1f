package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.claimsledger.projection.search.TokenizedText.TextToken;

/** The words of texts as Lucene indexes them. Single characters are also indexed in pairs, because pairs are rarer. */
final class TextTokenStream extends TokenStream {

    /** The number of letters to which longer words are cut; a term of the index has at most 32,766 bytes. */
    private static final int MAX_LENGTH = 100;

    /** The distance between two texts, so that no phrase matches across them. */
    private static final int TEXT_GAP = 1_000;

    /**
     * Prefixes up to this length are terms of their own, because too many words share them to be looked up one by one.
     */
    static final int PREFIX_LENGTH = 2;

    private static final FieldType TYPE = new FieldType();

    static {
        TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        TYPE.setOmitNorms(true);
        TYPE.freeze();
    }

    private record PositionedTerm(String term, int step) {}

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<PositionedTerm> terms;
    private int next;

    private TextTokenStream(List<TokenizedText> tokenizedTexts) {
        this.terms = new ArrayList<>();
        for (TokenizedText tokenizedText : tokenizedTexts) {
            List<TextToken> textTokens = tokenizedText.tokens();
            for (int i = 0; i < textTokens.size(); i++) {
                TextToken textToken = textTokens.get(i);
                terms.add(new PositionedTerm(truncated(textToken.folded()), i == 0 && !terms.isEmpty() ? TEXT_GAP : 1));
                if (textToken.singleCharacter()
                        && i + 1 < textTokens.size()
                        && textTokens.get(i + 1).singleCharacter()) {
                    terms.add(new PositionedTerm(
                            bigram(textToken.folded(), textTokens.get(i + 1).folded()), 0));
                }
            }
        }
    }

    /**
     * Adds the words of some texts to a document.
     *
     * @param wordField the field for the words
     * @param prefixField the field for their first letters
     */
    static void addFields(Collection<String> texts, String wordField, String prefixField, Document document) {
        List<TokenizedText> tokenizedTexts =
                texts.stream().map(TokenizedText::of).toList();
        document.add(new Field(wordField, new TextTokenStream(tokenizedTexts), TYPE));
        tokenizedTexts.stream()
                .flatMap(tokenizedText -> tokenizedText.tokens().stream())
                .filter(it -> !it.singleCharacter())
                .flatMap(it -> prefixes(it.folded()))
                .distinct()
                .forEach(it -> document.add(new StringField(prefixField, it, Field.Store.NO)));
    }

    private static Stream<String> prefixes(String word) {
        return IntStream.rangeClosed(1, Math.min(PREFIX_LENGTH, word.length())).mapToObj(end -> word.substring(0, end));
    }

    static String truncated(String word) {
        return word.length() <= MAX_LENGTH ? word : word.substring(0, MAX_LENGTH);
    }

    static String bigram(String character, String next) {
        return character + next;
    }

    @Override
    public boolean incrementToken() {
        if (next == terms.size()) {
            return false;
        }
        clearAttributes();
        PositionedTerm positionedTerm = terms.get(next++);
        term.append(positionedTerm.term());
        step.setPositionIncrement(positionedTerm.step());
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }
}
