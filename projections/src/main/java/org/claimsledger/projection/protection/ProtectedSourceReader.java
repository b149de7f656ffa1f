package org.claimsledger.projection.protection;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.projection.table.OpenEnded;
import org.claimsledger.projection.table.TableSnapshots;
import org.claimsledger.source.EchoLineage;
import org.claimsledger.source.Pseudonym;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * Looks up protected sources as of the last event that the tables have applied. Each reader serves one reading: it
 * looks things up on first use and keeps the answers, so that no answer is older than the position that is read.
 */
public final class ProtectedSourceReader implements ProtectedSourceLookup {

    private final TableSnapshots snapshots;
    private final BiFunction<SourceId, Long, Optional<SourceDetails>> recordedDetails;
    private volatile @Nullable Boolean empty;
    private final Map<SourceId, Optional<SourceId>> pseudonyms = new ConcurrentHashMap<>();
    private final Map<SourceAtPosition, List<SourceId>> originalsOf = new ConcurrentHashMap<>();
    private final Map<Long, List<SourceId>> protectedAfter = new ConcurrentHashMap<>();

    /** A source as of a position. */
    private record SourceAtPosition(SourceId source, long asOf) {}

    /**
     * @param registryTables the tables that record protection
     * @param recordedDetails the unredacted details of a source as of a position; empty before it was registered
     */
    public ProtectedSourceReader(
            TableSnapshots registryTables, BiFunction<SourceId, Long, Optional<SourceDetails>> recordedDetails) {
        this.snapshots = registryTables;
        this.recordedDetails = recordedDetails;
    }

    @Override
    public boolean isEmpty() {
        Boolean isEmpty = empty;
        if (isEmpty == null) {
            isEmpty = snapshots.latest(tableSession -> {
                try (ResultSet row = tableSession.prepare("""
                    select 1 from protection where recorded_to = ? limit 1
                    """, OpenEnded.OPEN).executeQuery()) {
                    return !row.next();
                }
            });
            empty = isEmpty;
        }
        return isEmpty;
    }

    @Override
    public @Nullable SourceId pseudonymOf(SourceId source) {
        Optional<SourceId> pseudonym = pseudonyms.get(source);
        return (pseudonym != null ? pseudonym : pseudonyms.computeIfAbsent(source, this::readPseudonym)).orElse(null);
    }

    private Optional<SourceId> readPseudonym(SourceId source) {
        return snapshots.latest(tableSession -> {
            try (ResultSet row =
                    tableSession.prepare("""
                        select e.entry_no
                        from protection p
                        join entry e on e.id = p.source and e.area = 'source'
                        where p.source = ? and p.recorded_to = ?
                        """, source.value(), OpenEnded.OPEN).executeQuery()) {
                return row.next() ? Optional.of(Pseudonym.of(row.getLong(1))) : Optional.empty();
            }
        });
    }

    @Override
    public @Nullable SourceId sourceFor(SourceId pseudonym) {
        long registered = Pseudonym.registrationPosition(pseudonym).orElse(0);
        return snapshots
                .<Optional<SourceId>>latest(tableSession -> {
                    try (ResultSet row = tableSession.prepare("""
                        select e.id
                        from entry e
                        where e.entry_no = ? and e.area = 'source'
                            and exists (select 1 from protection p where p.source = e.id)
                        """, registered).executeQuery()) {
                        return row.next() ? Optional.of(new SourceId(row.getString(1))) : Optional.empty();
                    }
                })
                .orElse(null);
    }

    @Override
    public List<SourceId> protectedAfter(long position) {
        List<SourceId> sources = protectedAfter.get(position);
        return sources != null ? sources : protectedAfter.computeIfAbsent(position, this::readProtectedAfter);
    }

    private List<SourceId> readProtectedAfter(long position) {
        return snapshots.latest(tableSession -> {
            List<SourceId> sources = new ArrayList<>();
            try (ResultSet row =
                    tableSession.prepare("""
                        select source from protection where recorded_to = ? and recorded_from > ?
                        """, OpenEnded.OPEN, position).executeQuery()) {
                while (row.next()) {
                    sources.add(new SourceId(row.getString(1)));
                }
            }
            return sources;
        });
    }

    @Override
    public List<SourceId> originalsOf(SourceId source, long asOf) {
        SourceAtPosition sourceAtPosition = new SourceAtPosition(source, asOf);
        List<SourceId> originals = originalsOf.get(sourceAtPosition);
        return originals != null
                ? originals
                : originalsOf.computeIfAbsent(sourceAtPosition, missing -> recordedDetails
                        .apply(source, asOf)
                        .map(EchoLineage::echoedBy)
                        .orElse(List.of()));
    }
}
