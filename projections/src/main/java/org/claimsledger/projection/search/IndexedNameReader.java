package org.claimsledger.projection.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.claimsledger.projection.search.Search.NameHit;
import org.claimsledger.value.SubjectId;

/** Reads names from the index. */
final class IndexedNameReader {

    private static final Sort BY_POSITION =
            new Sort(LongField.newSortField(IndexFields.NAME_NO, false, SortedNumericSelector.Type.MIN));

    private IndexedNameReader() {}

    /** The names that the query matches, the earliest first, at most {@code most}. */
    static List<NameHit> earliest(Query names, int most, IndexSearcher searcher) throws IOException {
        ScoreDoc[] documents = searcher.search(names, most, BY_POSITION).scoreDocs;
        NameHit[] hits = new NameHit[documents.length];
        Integer[] byDocument = new Integer[documents.length];
        Arrays.setAll(byDocument, i -> i);
        Arrays.sort(byDocument, Comparator.comparingInt(i -> documents[i].doc));
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int at = 0;
        while (at < byDocument.length) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[byDocument[at]].doc, leaves));
            int end = leaf.docBase + leaf.reader().maxDoc();
            NameColumns nameColumns = new NameColumns(leaf);
            for (; at < byDocument.length && documents[byDocument[at]].doc < end; at++) {
                hits[byDocument[at]] = nameColumns.read(documents[byDocument[at]].doc - leaf.docBase);
            }
        }
        return Arrays.asList(hits);
    }

    /** Reads the names of one segment; documents have to be read in rising order. */
    private static final class NameColumns {

        private final BinaryDocValues subject;
        private final BinaryDocValues text;
        private final NumericDocValues registered;
        private final NumericDocValues recorded;

        NameColumns(LeafReaderContext leaf) throws IOException {
            this.subject = DocValues.getBinary(leaf.reader(), IndexFields.NAME_SUBJECT);
            this.text = DocValues.getBinary(leaf.reader(), IndexFields.NAME_TEXT);
            this.registered = DocValues.getNumeric(leaf.reader(), IndexFields.NAME_REGISTERED);
            this.recorded = DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), IndexFields.NAME_NO));
        }

        NameHit read(int doc) throws IOException {
            subject.advanceExact(doc);
            text.advanceExact(doc);
            registered.advanceExact(doc);
            recorded.advanceExact(doc);
            return new NameHit(
                    new SubjectId(subject.binaryValue().utf8ToString()),
                    text.binaryValue().utf8ToString(),
                    registered.longValue(),
                    recorded.longValue());
        }
    }
}
