package org.claimsledger.projection.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.claimsledger.name.Likeness;
import org.claimsledger.name.Name;
import org.claimsledger.name.Way;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.directory.SubjectAt;
import org.claimsledger.projection.search.Passage.Word;
import org.claimsledger.projection.table.Page;
import org.claimsledger.subject.SubjectKind;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Finds subjects by a name in any spelling: the index says which names may be meant, the names themselves how alike they
 * are, and the tables who is read under whom.
 */
final class SubjectSearch {

    /**
     * Names are looked at up to a number: those with all words as they were asked for, then as they sound, and where these are
     * few those with words that begin so, with misprints, and with some of the words only; of each the ones that were
     * recorded first.
     */
    private static final int LOOKED_AT = Search.NAMES_LOOKED_AT;

    /** Where there are so many, worse ones are not looked for. */
    private static final int ENOUGH = 100;

    /** What somebody has begun to type is worth this much, and more the more of it there is. */
    private static final double BEGUN = 0.5;

    private static final double TYPED = 0.4;

    private static final Comparator<Ranked> BEST = Comparator.comparingDouble(
                    (Ranked it) -> -it.match().score())
            .thenComparing(it -> it.match().way())
            .thenComparingLong(Ranked::registered)
            .thenComparingLong(Ranked::recorded);

    private record Ranked(SubjectId readAs, NameMatch match, long registered, long recorded) {}

    /** Names that may be meant, and who of them may be read under somebody else. */
    record Meant(List<NameHit> names, Set<SubjectId> everMerged) {}

    private final Directory directory;
    private final Name name;
    private final Asked asked;
    private final @Nullable SubjectKind kind;
    private final long asOf;

    SubjectSearch(Directory directory, String query, @Nullable SubjectKind kind, long asOf) {
        this.directory = directory;
        this.name = Name.of(query);
        this.asked = Asked.of(query);
        this.kind = kind;
        this.asOf = asOf;
    }

    Meant find(IndexSearcher searcher) throws IOException {
        return find(name, asked, kind, asOf, LOOKED_AT, searcher);
    }

    /** @param asked words that a name may also have, or begin with */
    static Meant find(
            Name name, @Nullable Asked asked, @Nullable SubjectKind kind, long asOf, int most, IndexSearcher searcher)
            throws IOException {
        Set<Long> everMerged = new Holders(searcher, asOf).everMerged();
        NameQueries queries = new NameQueries(name, searcher);
        Set<NameHit> hits = new LinkedHashSet<>();
        List<Query> ways = new ArrayList<>(queries.closely());
        int close = ways.size();
        ways.addAll(queries.loosely());
        if (asked != null && !asked.isEmpty()) {
            ways.add(close, WordQueries.NAMES.all(asked));
        }
        for (int way = 0; way < ways.size() && hits.size() < (way < close ? most : Math.min(most, ENOUGH)); way++) {
            hits.addAll(NameIndex.first(NameQueries.recorded(ways.get(way), kind, everMerged, asOf), most, searcher));
        }
        Set<SubjectId> merged = new HashSet<>();
        for (NameHit hit : hits) {
            if (everMerged.contains(Fields.number(hit.subject()))) {
                merged.add(hit.subject());
            }
        }
        return new Meant(hits.stream().limit(most).toList(), merged);
    }

    /** @param after how many of the best are passed over */
    Page<SubjectHit> page(Meant found, long after, int limit) {
        List<Ranked> ranked = ranked(found);
        List<SubjectHit> items = new ArrayList<>();
        int at = (int) Math.min(after, ranked.size());
        for (; at < ranked.size() && items.size() < limit; at++) {
            SubjectHit hit = hit(ranked.get(at));
            if (hit != null) {
                items.add(hit);
            }
        }
        return new Page<>(items, at < ranked.size() ? (long) at : null);
    }

    private List<Ranked> ranked(Meant found) {
        Map<SubjectId, SubjectId> readAs = directory.keptFor(found.everMerged(), asOf);
        Map<SubjectId, Ranked> best = new LinkedHashMap<>();
        for (NameHit hit : found.names()) {
            NameMatch match = match(hit);
            if (match != null) {
                SubjectId kept = readAs.getOrDefault(hit.subject(), hit.subject());
                Ranked ranked = new Ranked(kept, match, hit.registered(), hit.recorded());
                best.merge(kept, ranked, (one, other) -> BEST.compare(one, other) <= 0 ? one : other);
            }
        }
        return best.values().stream().sorted(BEST).toList();
    }

    private @Nullable NameMatch match(NameHit hit) {
        Likeness likeness = Likeness.found(name, Name.of(hit.name()));
        double begun = likeness.score() < 1 ? begun(hit.name()) : 0;
        if (likeness.score() >= Likeness.FOUND && likeness.score() >= begun) {
            return new NameMatch(hit.subject(), hit.name(), likeness.way(), likeness.score());
        }
        return begun > 0 ? new NameMatch(hit.subject(), hit.name(), Way.BEGINNING, begun) : null;
    }

    /** 0 where not every word occurs in the name, be it as the beginning of one. */
    private double begun(String held) {
        if (asked.isEmpty()) {
            return 0;
        }
        Passage passage = Passage.of(held);
        BitSet all = new BitSet();
        for (Asked.Term term : asked.terms()) {
            BitSet places = term.places(passage);
            if (places.isEmpty()) {
                return 0;
            }
            all.or(places);
        }
        int letters =
                passage.words().stream().mapToInt(it -> it.folded().length()).sum();
        int typed = asked.whole().stream()
                .map(Word::folded)
                .mapToInt(String::length)
                .sum();
        return BEGUN + TYPED * Math.min(1, (double) typed / letters);
    }

    /** Absent where the tables do not hold what the index has found. */
    private @Nullable SubjectHit hit(Ranked ranked) {
        SubjectAt subject = directory.subject(ranked.readAs(), asOf).orElse(null);
        SubjectId holder = ranked.match().subject();
        SubjectAt held = holder.equals(ranked.readAs())
                ? subject
                : directory.subject(holder, asOf).orElse(null);
        return subject != null
                        && held != null
                        && held.subject().names().contains(ranked.match().name())
                        && (kind == null || subject.subject().details().kind() == kind)
                ? new SubjectHit(subject, ranked.match())
                : null;
    }
}
