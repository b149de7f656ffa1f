package org.claimsledger.projection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Reads the whole index without the program's own code. */
final class IndexDump {

    private IndexDump() {}

    /** The folder of the only index. */
    static Path folder(Path projections) throws IOException {
        try (Stream<Path> files = Files.list(projections)) {
            List<Path> indexes = files.filter(it -> it.getFileName().toString().startsWith("search-"))
                    .toList();
            if (indexes.size() != 1) {
                throw new AssertionError("indexes: " + indexes);
            }
            return indexes.getFirst();
        }
    }

    /** The content of each document, sorted, and the data of the last commit. */
    static List<String> of(Path projections) throws IOException {
        List<String> documents = new ArrayList<>();
        try (FSDirectory directory = FSDirectory.open(folder(projections));
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                documents.addAll(of(leaf.reader()));
            }
            documents.sort(null);
            documents.add(new TreeMap<>(reader.getIndexCommit().getUserData()).toString());
        }
        return documents;
    }

    private static List<String> of(LeafReader leaf) throws IOException {
        List<Map<String, StringBuilder>> documents = new ArrayList<>();
        for (int i = 0; i < leaf.maxDoc(); i++) {
            documents.add(new TreeMap<>());
        }
        for (FieldInfo field : FieldInfos.getMergedFieldInfos(leaf)) {
            terms(field.name, leaf, documents);
            switch (field.getDocValuesType()) {
                case NUMERIC -> {
                    var values = leaf.getNumericDocValues(field.name);
                    while (values.nextDoc() < leaf.maxDoc()) {
                        add(documents.get(values.docID()), field.name, Long.toString(values.longValue()));
                    }
                }
                case SORTED_NUMERIC -> {
                    var values = leaf.getSortedNumericDocValues(field.name);
                    while (values.nextDoc() < leaf.maxDoc()) {
                        add(documents.get(values.docID()), field.name, Long.toString(values.nextValue()));
                    }
                }
                case BINARY -> {
                    var values = leaf.getBinaryDocValues(field.name);
                    while (values.nextDoc() < leaf.maxDoc()) {
                        add(
                                documents.get(values.docID()),
                                field.name,
                                values.binaryValue().utf8ToString());
                    }
                }
                default -> {}
            }
        }
        Bits live = leaf.getLiveDocs();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            if (live == null || live.get(i)) {
                lines.add(documents.get(i).toString());
            }
        }
        return lines;
    }

    private static void terms(String field, LeafReader leaf, List<Map<String, StringBuilder>> documents)
            throws IOException {
        Terms terms = leaf.terms(field);
        if (terms == null) {
            return;
        }
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            PostingsEnum postings = each.postings(null, PostingsEnum.POSITIONS);
            while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
                StringBuilder places = new StringBuilder(term.utf8ToString());
                for (int i = 0; terms.hasPositions() && i < postings.freq(); i++) {
                    places.append('@').append(postings.nextPosition());
                }
                add(documents.get(postings.docID()), field, places.toString());
            }
        }
    }

    private static void add(Map<String, StringBuilder> document, String field, String value) {
        document.computeIfAbsent(field, ignored -> new StringBuilder())
                .append(value)
                .append(' ');
    }
}
