package org.claimsledger.source;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.source.Source.SourceLookup;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Walk;
import org.jspecify.annotations.Nullable;

/** Follows echoes to where they come from: over {@code republishes} and {@code repeats}, never over works of their own. */
public final class EchoLineage {

    private final SourceLookup sources;

    public EchoLineage(SourceLookup sources) {
        this.sources = sources;
    }

    /** The sources that these details say are echoed. */
    public static List<SourceId> echoedBy(SourceDetails details) {
        return echoes(details)
                .map(Lineage::source)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Stream<Lineage> echoes(SourceDetails details) {
        return TextRules.entries(details.lineage()).stream()
                .filter(lineage -> lineage.relation().isEcho());
    }

    /** The sources from which these details say that it comes: those that it echoes, and those from which it derives. */
    public static List<SourceId> comesFrom(SourceDetails details) {
        return TextRules.entries(details.lineage()).stream()
                .filter(lineage -> lineage.relation() != Lineage.Relation.CITES)
                .map(Lineage::source)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /**
     * The sources from which this one comes, over echoes and works of their own, nearest first, itself left out. Total also
     * where lineage runs in a circle.
     */
    public Stream<SourceId> worksBehind(SourceId source) {
        return Walk.from(source, id -> {
                    Source known = sources.source(id);
                    return known == null ? List.<SourceId>of() : comesFrom(known.details());
                })
                .skip(1);
    }

    /**
     * The sources that this one echoes, nearest first, itself left out; each is looked up only when the one after it is
     * asked for. Total also where lineage runs in a circle.
     */
    public Stream<SourceId> originals(SourceId source) {
        return Walk.from(source, this::echoed).skip(1);
    }

    private List<SourceId> echoed(SourceId id) {
        Source source = sources.source(id);
        return source == null ? List.of() : echoedBy(source.details());
    }

    /** The root of a chain of echoes: a source that echoes no other, or an outlet that is known by name only. */
    public record RootSource(SourceId source, @Nullable String outlet) {}

    /** Follows the first echo of each source; where lineage ran in a circle, to the last source before it closes. */
    public RootSource root(SourceId start) {
        Set<SourceId> visited = new HashSet<>();
        SourceId at = start;
        while (visited.add(at)) {
            Source source = sources.source(at);
            Lineage echo =
                    source == null ? null : echoes(source.details()).findFirst().orElse(null);
            if (echo == null) {
                return new RootSource(at, null);
            }
            if (echo.source() == null) {
                return new RootSource(at, echo.outlet());
            }
            at = echo.source();
        }
        return new RootSource(at, null);
    }
}
