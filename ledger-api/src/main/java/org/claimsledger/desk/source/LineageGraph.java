package org.claimsledger.desk.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimsledger.desk.page.PageViewpoint;
import org.claimsledger.desk.picture.Graph;
import org.claimsledger.desk.picture.GraphLayout;
import org.claimsledger.desk.picture.GraphLayout.Edge;
import org.claimsledger.desk.picture.GraphLayout.Node;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.event.Lineage;
import org.claimsledger.projection.registry.SourceAt;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * What a source comes from and what comes from it, as a small graph. However much there is, it stays small: what is left
 * out is said.
 */
final class LineageGraph {

    private static final int STEPS = 3;
    private static final int MOST = 24;

    private final NameLookup nameLookup;
    private final DependentSourceReader dependentSources;
    private final PageViewpoint viewpoint;
    private final Links links;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private boolean complete = true;

    LineageGraph(NameLookup nameLookup, DependentSourceReader dependentSourceReader, PageViewpoint at, Links to) {
        this.nameLookup = nameLookup;
        this.dependentSources = dependentSourceReader;
        this.viewpoint = at;
        this.links = to;
    }

    /**
     * @param graph absent where the source stands alone
     * @param sentences the same, a sentence an arrow
     * @param whole whether nothing was left out
     */
    record LineagePicture(@Nullable Graph graph, List<String> sentences, boolean complete) {}

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
                column == 0 ? null : links.source(id.value()),
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
            nameLookup.sourceAt(other).filter(it -> add(it, column)).ifPresent(it -> addPredecessors(it, column - 1));
        }
    }

    private void addDependents(SourceAt source, int column) {
        if (column > STEPS) {
            return;
        }
        SourceId id = source.source().id();
        for (SourceAt dependant : dependentSources.of(id, viewpoint, nameLookup)) {
            for (Lineage lineage :
                    TextRules.entries(dependant.source().details().lineage())) {
                if (id.equals(lineage.source())) {
                    Edge edge = new Edge(id.value(), dependant.source().id().value(), Phrases.of(lineage.relation()));
                    if (!edges.contains(edge)) {
                        edges.add(edge);
                    }
                }
            }
            if (add(dependant, column)) {
                addDependents(dependant, column + 1);
            }
        }
    }
}
