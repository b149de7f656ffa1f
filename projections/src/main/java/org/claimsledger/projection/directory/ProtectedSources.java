package org.claimsledger.projection.directory;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.claimsledger.projection.sight.Protections;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Readings;
import org.claimsledger.source.Lineage;
import org.claimsledger.source.StandIn;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What is protected as of the last event that the tables have applied. It is for one reading: what was looked up once is
 * remembered, and nothing is before it is needed, so that it is never older than the position that is read.
 */
final class ProtectedSources implements Protections {

    private final Readings readings;
    private volatile @Nullable Boolean none;
    private final Map<SourceId, Optional<SourceId>> standIns = new ConcurrentHashMap<>();
    private final Map<Known, List<SourceId>> echoed = new ConcurrentHashMap<>();
    private final Map<Long, List<SourceId>> protectedAfter = new ConcurrentHashMap<>();

    /** A source as of a position. */
    private record Known(SourceId source, long asOf) {}

    ProtectedSources(Readings readings) {
        this.readings = readings;
    }

    @Override
    public boolean areNone() {
        Boolean known = none;
        if (known == null) {
            known = readings.now(session -> {
                try (ResultSet row = session.prepared("""
                    select 1 from protection where recorded_to = ? limit 1
                    """, Always.OPEN).executeQuery()) {
                    return !row.next();
                }
            });
            none = known;
        }
        return known;
    }

    @Override
    public @Nullable SourceId standIn(SourceId source) {
        Optional<SourceId> known = standIns.get(source);
        return (known != null ? known : standIns.computeIfAbsent(source, this::readStandIn)).orElse(null);
    }

    private Optional<SourceId> readStandIn(SourceId source) {
        return readings.now(session -> {
            try (ResultSet row =
                    session.prepared("""
                        select e.entry_no
                        from protection p
                        join entry e on e.id = p.source and e.area = 'source'
                        where p.source = ? and p.recorded_to = ?
                        """, source.value(), Always.OPEN).executeQuery()) {
                return row.next() ? Optional.of(StandIn.of(row.getLong(1))) : Optional.empty();
            }
        });
    }

    @Override
    public @Nullable SourceId source(SourceId standIn) {
        long registered = StandIn.registered(standIn).orElse(0);
        return readings.<Optional<SourceId>>now(session -> {
                    try (ResultSet row = session.prepared("""
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
        return readings.now(session -> {
            List<SourceId> sources = new ArrayList<>();
            try (ResultSet row = session.prepared("""
                select source from protection where recorded_to = ? and recorded_from > ?
                """, Always.OPEN, position).executeQuery()) {
                while (row.next()) {
                    sources.add(new SourceId(row.getString(1)));
                }
            }
            return sources;
        });
    }

    @Override
    public List<SourceId> echoed(SourceId source, long asOf) {
        Known known = new Known(source, asOf);
        List<SourceId> found = echoed.get(known);
        return found != null ? found : echoed.computeIfAbsent(known, this::readEchoed);
    }

    private List<SourceId> readEchoed(Known known) {
        return readings.at(known.asOf(), session -> {
            Entries.Found<SourceState> found = new Entries<>(Areas.SOURCES, session, known.asOf())
                    .one(known.source().value());
            return found == null ? List.of() : echoed(found.state());
        });
    }

    private static List<SourceId> echoed(SourceState state) {
        List<SourceId> sources = new ArrayList<>();
        for (Lineage lineage : Texts.entries(state.details().lineage())) {
            SourceId original = lineage.source();
            if (lineage.relation().isEcho() && original != null) {
                sources.add(original);
            }
        }
        return sources;
    }
}
