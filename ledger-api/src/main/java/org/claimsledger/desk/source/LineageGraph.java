package org.claimsledger.desk.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.desk.clock.Links;
import org.claimsledger.desk.clock.Standpoint;
import org.claimsledger.desk.picture.Graph;
import org.claimsledger.desk.picture.Graphs;
import org.claimsledger.desk.picture.Graphs.Edge;
import org.claimsledger.desk.picture.Graphs.Node;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.Words;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.source.Lineage;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a source comes from and what comes from it, as a small graph. However much there is, it stays small: what is left
 * out is said.
 */
final class LineageGraph {

    private static final int STEPS = 3;
    private static final int MOST = 24;

    private final Names names;
    private final Dependants dependants;
    private final Standpoint at;
    private final Links to;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private boolean whole = true;

    LineageGraph(Names names, Dependants dependants, Standpoint at, Links to) {
        this.names = names;
        this.dependants = dependants;
        this.at = at;
        this.to = to;
    }

    /**
     * @param graph absent where the source stands alone
     * @param sentences the same, a sentence an arrow
     * @param whole whether nothing was left out
     */
    record Drawn(@Nullable Graph graph, List<String> sentences, boolean whole) {}

    Drawn of(SourceAt source) {
        add(source, 0);
        before(source, -1);
        after(source, 1);
        return new Drawn(
                edges.isEmpty() ? null : Graphs.of(List.copyOf(nodes.values()), edges),
                edges.stream().map(this::sentence).toList(),
                whole);
    }

    private String sentence(Edge edge) {
        return "“%s” %s “%s”.".formatted(title(edge.to()), edge.word(), title(edge.from()));
    }

    private String title(String key) {
        Node node = nodes.get(key);
        return node == null ? key : node.title();
    }

    private boolean add(SourceAt source, int column) {
        SourceId id = source.source().id();
        return add(new Node(
                id.value(),
                column,
                Names.title(source),
                column == 0 ? null : to.source(id.value()),
                source.source().retracted()));
    }

    /** Whether it is new in the graph. */
    private boolean add(Node node) {
        if (nodes.containsKey(node.key())) {
            return false;
        }
        if (nodes.size() == MOST) {
            whole = false;
            return false;
        }
        nodes.put(node.key(), node);
        return true;
    }

    private void before(SourceAt source, int column) {
        if (column < -STEPS) {
            return;
        }
        String key = source.source().id().value();
        for (Lineage lineage : Texts.entries(source.source().details().lineage())) {
            SourceId other = lineage.source();
            String word = Words.of(lineage.relation());
            if (other == null) {
                String outlet = String.valueOf(lineage.outlet());
                add(new Node("outlet " + outlet, column, outlet, null, false));
                edges.add(new Edge("outlet " + outlet, key, word));
                continue;
            }
            edges.add(new Edge(other.value(), key, word));
            names.sourceAt(other).filter(it -> add(it, column)).ifPresent(it -> before(it, column - 1));
        }
    }

    private void after(SourceAt source, int column) {
        if (column > STEPS) {
            return;
        }
        SourceId id = source.source().id();
        for (SourceAt dependant : dependants.of(id, at, names)) {
            for (Lineage lineage : Texts.entries(dependant.source().details().lineage())) {
                if (id.equals(lineage.source())) {
                    Edge edge = new Edge(id.value(), dependant.source().id().value(), Words.of(lineage.relation()));
                    if (!edges.contains(edge)) {
                        edges.add(edge);
                    }
                }
            }
            if (add(dependant, column)) {
                after(dependant, column + 1);
            }
        }
    }
}
