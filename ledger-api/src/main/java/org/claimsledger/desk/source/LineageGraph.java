package org.claimsledger.desk.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.picture.Graph;
import org.claimsledger.desk.picture.GraphLayout;
import org.claimsledger.desk.picture.GraphLayout.Edge;
import org.claimsledger.desk.picture.GraphLayout.Node;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.event.Lineage;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;

/** A small graph of the sources that a source comes from and of those that come from it. It says if it left any out. */
final class LineageGraph {

    private static final int STEPS = 3;
    private static final int MOST = 24;

    private final DependentSourceReader dependentSources;
    private final PageRequest pageRequest;
    private final NameLookup names;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private boolean complete = true;

    LineageGraph(DependentSourceReader dependentSources, PageRequest pageRequest) {
        this.dependentSources = dependentSources;
        this.pageRequest = pageRequest;
        this.names = pageRequest.names();
    }

    /**
     * The graph, drawn.
     *
     * @param graph absent where the source stands alone
     * @param sentences its arrows, a sentence each
     * @param complete whether nothing was left out
     */
    public record LineagePicture(@Nullable Graph graph, List<String> sentences, boolean complete) {}

    LineagePicture of(SourceAt source) {
        add(source, 0);
        addPredecessors(source, -1);
        addDependents(source, 1);
        return new LineagePicture(
                edges.isEmpty() ? null : GraphLayout.of(List.copyOf(nodes.values()), edges),
                edges.stream().map(this::sentence).toList(),
                complete);
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
                NameLookup.title(source),
                column == 0 ? null : pageRequest.links().source(id.value()),
                source.source().retracted()));
    }

    /** Whether it is new in the graph. */
    private boolean add(Node node) {
        if (nodes.containsKey(node.key())) {
            return false;
        }
        if (nodes.size() == MOST) {
            complete = false;
            return false;
        }
        nodes.put(node.key(), node);
        return true;
    }

    private void addPredecessors(SourceAt source, int column) {
        if (column < -STEPS) {
            return;
        }
        String key = source.source().id().value();
        for (Lineage lineage : TextRules.entries(source.source().details().lineage())) {
            SourceId other = lineage.source();
            String word = Phrases.of(lineage.relation());
            if (other == null) {
                String outlet = String.valueOf(lineage.outlet());
                add(new Node("outlet " + outlet, column, outlet, null, false));
                edges.add(new Edge("outlet " + outlet, key, word));
                continue;
            }
            edges.add(new Edge(other.value(), key, word));
            names.sourceAt(other).filter(it -> add(it, column)).ifPresent(it -> addPredecessors(it, column - 1));
        }
    }

    private void addDependents(SourceAt source, int column) {
        if (column > STEPS) {
            return;
        }
        SourceId id = source.source().id();
        for (SourceAt dependent : dependentSources.of(id, pageRequest.viewpoint(), names)) {
            for (Lineage lineage :
                    TextRules.entries(dependent.source().details().lineage())) {
                if (id.equals(lineage.source())) {
                    Edge edge = new Edge(id.value(), dependent.source().id().value(), Phrases.of(lineage.relation()));
                    if (!edges.contains(edge)) {
                        edges.add(edge);
                    }
                }
            }
            if (add(dependent, column)) {
                addDependents(dependent, column + 1);
            }
        }
    }
}
