package org.claimsledger.desk.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Draws graphs, with a column for each step away from their centre. */
public final class GraphLayout {

    private static final int GAP_ACROSS = 100;
    private static final int GAP_DOWN = 16;
    private static final int LETTERS = 25;

    private GraphLayout() {}

    /**
     * A box to draw.
     *
     * @param key tells it from others
     * @param column 0 for the centre, less for what comes before it, more for what depends on it
     */
    public record Node(
            String key, int column, String title, @Nullable String href, boolean retracted) {}

    /** {@code to} depends on {@code from}. */
    public record Edge(String from, String to, String word) {}

    public static Graph of(List<Node> nodes, List<Edge> edges) {
        SortedMap<Integer, List<Node>> columns = new TreeMap<>();
        nodes.forEach(it ->
                columns.computeIfAbsent(it.column(), none -> new ArrayList<>()).add(it));
        int tallest = columns.values().stream().mapToInt(List::size).max().orElse(0);
        int height = tallest * (Graph.BOX_HEIGHT + GAP_DOWN) + GAP_DOWN;
        Map<String, Graph.Box> boxes = new HashMap<>();
        List<Graph.Box> inOrder = new ArrayList<>();
        int x = 1;
        for (List<Node> column : columns.values()) {
            int y = (height - column.size() * (Graph.BOX_HEIGHT + GAP_DOWN) + GAP_DOWN) / 2;
            for (Node node : column) {
                Graph.Box box = new Graph.Box(
                        x, y, lines(node.title()), node.title(), node.href(), node.column() == 0, node.retracted());
                boxes.put(node.key(), box);
                inOrder.add(box);
                y += Graph.BOX_HEIGHT + GAP_DOWN;
            }
            x += Graph.BOX_WIDTH + GAP_ACROSS;
        }
        List<Graph.Arrow> arrows = new ArrayList<>();
        for (Edge edge : edges) {
            Graph.Box from = boxes.get(edge.from());
            Graph.Box to = boxes.get(edge.to());
            if (from != null && to != null) {
                arrows.add(new Graph.Arrow(
                        from.x() + Graph.BOX_WIDTH,
                        from.y() + Graph.BOX_HEIGHT / 2,
                        to.x(),
                        to.y() + Graph.BOX_HEIGHT / 2,
                        edge.word()));
            }
        }
        return new Graph(x - GAP_ACROSS + 1, height, inOrder, arrows);
    }

    /** The title in two lines, broken between words where that is possible. */
    private static List<String> lines(String title) {
        if (title.length() <= LETTERS) {
            return List.of(title);
        }
        int at = title.lastIndexOf(' ', LETTERS);
        String first = title.substring(0, at > 0 ? at : LETTERS);
        String rest = title.substring(first.length()).strip();
        return List.of(first, rest.length() > LETTERS ? rest.substring(0, LETTERS - 1) + "…" : rest);
    }
}
