package org.claimsledger.projection.search;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.claimsledger.name.Name;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimFilter;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.projection.registry.Registry.SubjectAt;
import org.claimsledger.projection.search.TokenizedText.TextToken;
import org.claimsledger.projection.table.Page;
import org.claimsledger.verify.LogVerification.Fault;

/**
 * Compares the index with the tables: each name, claim and source in the tables has one document, which is found by all
 * its words, and there are no other documents.
 */
final class IndexVerification {

    private static final int PAGE = 500;

    private final IndexSearcher searcher;
    private final long asOf;
    private final Consumer<Fault> faults;

    IndexVerification(IndexSearcher searcher, long asOf, Consumer<Fault> faults) {
        this.searcher = searcher;
        this.asOf = asOf;
        this.faults = faults;
    }

    private interface DocumentCheck<T> {
        /** @return the number of documents that the item must have */
        long expectedDocuments(T item) throws IOException;
    }

    void run(Registry registry, ClaimQueries claimQueries) throws IOException {
        compareAll(after -> registry.subjects(null, asOf, after, PAGE), this::subject, "names", IndexFields.NAME_NO);
        compareAll(
                after -> claimQueries.page(ClaimFilter.ALL, BitemporalPoint.asOf(asOf), after, PAGE),
                this::claim,
                "claims",
                IndexFields.CLAIM_NO);
        compareAll(after -> registry.sources(null, asOf, after, PAGE), this::source, "sources", IndexFields.SOURCE_NO);
    }

    private <T> void compareAll(
            Function<Long, Page<T>> pages, DocumentCheck<T> documentCheck, String items, String number)
            throws IOException {
        long expected = 0;
        for (Long next = 0L; next != null; ) {
            Page<T> page = pages.apply(next);
            for (T item : page.items()) {
                expected += documentCheck.expectedDocuments(item);
            }
            next = page.next();
        }
        long indexed = searcher.count(LongField.newRangeQuery(number, 0, Long.MAX_VALUE));
        if (indexed != expected) {
            faults.accept(new Fault(0, "the index holds %d %s, the tables %d".formatted(indexed, items, expected)));
        }
    }

    private long subject(SubjectAt at) throws IOException {
        List<String> names = Stream.concat(at.subject().names().stream(), at.subject().withdrawnNames().stream())
                .toList();
        for (String name : Set.copyOf(names)) {
            Query sameName = new BooleanQuery.Builder()
                    .add(new NameQueries(Name.of(name), searcher).exactWords(), Occur.FILTER)
                    .add(words(List.of(name), WordQueries.NAMES), Occur.FILTER)
                    .add(
                            NumericDocValuesField.newSlowExactQuery(
                                    IndexFields.NAME_SUBJECT_HASH,
                                    IndexFields.subjectHash(at.subject().id())),
                            Occur.FILTER)
                    .build();
            long documents = IndexedNameReader.earliest(sameName, PAGE, searcher).stream()
                    .filter(it -> it.name().equals(name)
                            && it.subject().equals(at.subject().id()))
                    .count();
            require(documents, names.stream().filter(name::equals).count(), at.registered(), "name " + name);
        }
        return names.size();
    }

    private long claim(ClaimAt at) throws IOException {
        long documents = searcher.count(new BooleanQuery.Builder()
                .add(LongField.newExactQuery(IndexFields.CLAIM_NO, at.claimNo()), Occur.FILTER)
                .add(
                        new TermQuery(
                                new Term(IndexFields.CLAIM_ID, at.claim().id().value())),
                        Occur.FILTER)
                .add(
                        words(
                                ClaimDocument.texts(at).stream()
                                        .map(ClaimDocument.ClaimText::text)
                                        .toList(),
                                WordQueries.CLAIMS),
                        Occur.FILTER)
                .build());
        require(documents, 1, at.claimNo(), "claim " + at.claim().id());
        return 1;
    }

    private long source(SourceAt at) throws IOException {
        long documents = searcher.count(new BooleanQuery.Builder()
                .add(LongField.newExactQuery(IndexFields.SOURCE_NO, at.registered()), Occur.FILTER)
                .add(
                        new TermQuery(
                                new Term(IndexFields.SOURCE_ID, at.source().id().value())),
                        Occur.FILTER)
                .add(words(SourceDocument.texts(at.source().details()), WordQueries.SOURCES), Occur.FILTER)
                .build());
        require(documents, 1, at.registered(), "source " + at.source().id());
        return 1;
    }

    private void require(long documents, long expected, long position, String item) {
        if (documents != expected) {
            faults.accept(new Fault(position, "the index has not every word of " + item + ", or has it not once"));
        }
    }

    /** Matches documents with all words. Nests queries, because a text may have more words than one query takes. */
    private static Query words(List<String> texts, WordQueries queries) {
        Set<String> words = texts.stream()
                .flatMap(text -> TokenizedText.of(text).tokens().stream())
                .map(TextToken::folded)
                .collect(Collectors.toSet());
        Query all = new MatchAllDocsQuery();
        BooleanQuery.Builder group = new BooleanQuery.Builder().add(all, Occur.FILTER);
        int count = 0;
        for (String word : words) {
            group.add(queries.wholeTerm(word), Occur.FILTER);
            if (++count % PAGE == 0) {
                all = group.build();
                group = new BooleanQuery.Builder().add(all, Occur.FILTER);
            }
        }
        return group.build();
    }
}
