package org.claimsledger.projection.registry;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.claimsledger.event.Lineage;
import org.claimsledger.projection.protection.ProtectedSourceLookup;
import org.claimsledger.projection.table.OpenEnded;
import org.claimsledger.projection.table.TableSnapshots;
import org.claimsledger.source.Pseudonym;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * What is protected as of the last event that the tables have applied. It is for one reading: what was looked up once is
 * remembered, and nothing is before it is needed, so that it is never older than the position that is read.
 */
final class ProtectedSourceReader implements ProtectedSourceLookup {

    private final TableSnapshots snapshots;
    private volatile @Nullable Boolean none;
    private final Map<SourceId, Optional<SourceId>> pseudonyms = new ConcurrentHashMap<>();
    private final Map<SourceAtPosition, List<SourceId>> originalsOf = new ConcurrentHashMap<>();
    private final Map<Long, List<SourceId>> protectedAfter = new ConcurrentHashMap<>();

    /** A source as of a position. */
    private record SourceAtPosition(SourceId source, long asOf) {}

    ProtectedSourceReader(TableSnapshots tableSnapshots) {
        this.snapshots = tableSnapshots;
    }

    @Override
    public boolean isEmpty() {
        Boolean known = none;
        if (known == null) {
            known = snapshots.latest(tableSession -> {
                try (ResultSet row = tableSession.prepare("""
                    select 1 from protection where recorded_to = ? limit 1
                    """, OpenEnded.OPEN).executeQuery()) {
                    return !row.next();
                }
            });
            none = known;
        }
        return known;
    }

    @Override
    public @Nullable SourceId pseudonymOf(SourceId source) {
        Optional<SourceId> known = pseudonyms.get(source);
        return (known != null ? known : pseudonyms.computeIfAbsent(source, this::readPseudonym)).orElse(null);
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
    public @Nullable SourceId sourceFor(SourceId standIn) {
        long registered = Pseudonym.registrationPosition(standIn).orElse(0);
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
        List<SourceId> known = protectedAfter.get(position);
        return known != null ? known : protectedAfter.computeIfAbsent(position, this::readProtectedAfter);
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
        List<SourceId> found = originalsOf.get(sourceAtPosition);
        return found != null ? found : originalsOf.computeIfAbsent(sourceAtPosition, this::readOriginals);
    }

    private List<SourceId> readOriginals(SourceAtPosition sourceAtPosition) {
        return snapshots.at(sourceAtPosition.asOf(), tableSession -> {
            EntityReader.EntityVersion<StoredSource> entityVersion = new EntityReader<>(
                            EntityTypes.SOURCES, tableSession, sourceAtPosition.asOf())
                    .byId(sourceAtPosition.source().value());
            return entityVersion == null ? List.of() : originalsOf(entityVersion.state());
        });
    }

    private static List<SourceId> originalsOf(StoredSource state) {
        List<SourceId> sources = new ArrayList<>();
        for (Lineage lineage : TextRules.entries(state.details().lineage())) {
            SourceId original = lineage.source();
            if (lineage.relation().isEcho() && original != null) {
                sources.add(original);
            }
        }
        return sources;
    }
}
