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
import org.claimsledger.projection.search.Passage.Word;

/** The words of texts as the index takes them: signs also in pairs, which are rarer than signs. */
final class Terms extends TokenStream {

    /** Longer words are told apart by so many letters; the index takes no more than 32,766 bytes. */
    private static final int LONGEST = 100;

    /** So that nothing stands side by side across two texts. */
    private static final int GAP = 1_000;

    /** Beginnings up to this length are terms of their own: too many words share them to be looked up one by one. */
    static final int BEGINNING = 2;

    private static final FieldType TYPE = new FieldType();

    static {
        TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        TYPE.setOmitNorms(true);
        TYPE.freeze();
    }

    private record Placed(String term, int step) {}

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<Placed> all;
    private int next;

    private Terms(List<Passage> passages) {
        this.all = new ArrayList<>();
        for (Passage passage : passages) {
            List<Word> words = passage.words();
            for (int i = 0; i < words.size(); i++) {
                Word word = words.get(i);
                all.add(new Placed(cut(word.folded()), i == 0 && !all.isEmpty() ? GAP : 1));
                if (word.sign() && i + 1 < words.size() && words.get(i + 1).sign()) {
                    all.add(new Placed(pair(word.folded(), words.get(i + 1).folded()), 0));
                }
            }
        }
    }

    /**
     * Adds the words of some texts to a document.
     *
     * @param begin the field for their first letters
     */
    static void add(Collection<String> texts, String word, String begin, Document document) {
        List<Passage> passages = texts.stream().map(Passage::of).toList();
        document.add(new Field(word, new Terms(passages), TYPE));
        passages.stream()
                .flatMap(passage -> passage.words().stream())
                .filter(it -> !it.sign())
                .flatMap(it -> beginnings(it.folded()))
                .distinct()
                .forEach(it -> document.add(new StringField(begin, it, Field.Store.NO)));
    }

    private static Stream<String> beginnings(String word) {
        return IntStream.rangeClosed(1, Math.min(BEGINNING, word.length())).mapToObj(end -> word.substring(0, end));
    }

    static String cut(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST);
    }

    static String pair(String sign, String next) {
        return sign + next;
    }

    @Override
    public boolean incrementToken() {
        if (next == all.size()) {
            return false;
        }
        clearAttributes();
        Placed placed = all.get(next++);
        term.append(placed.term());
        step.setPositionIncrement(placed.step());
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }
}
