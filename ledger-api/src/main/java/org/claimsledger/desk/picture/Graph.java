package org.claimsledger.desk.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Boxes in columns, with arrows from what comes first to what depends on it. */
public record Graph(int width, int height, List<Box> boxes, List<Arrow> arrows) {

    static final int BOX_WIDTH = 210;
    static final int BOX_HEIGHT = 44;

    /**
     * A source in the graph.
     *
     * @param label its name, cut to two lines
     * @param title its whole name
     * @param href absent where it has no page, or the graph is on that page
     * @param centre whether the graph is about it
     * @param retracted whether its publisher took it back
     */
    public record Box(
            int x,
            int y,
            List<String> label,
            String title,
            @Nullable String href,
            boolean centre,
            boolean retracted) {}

    /** An arrow from the right side of one box to the left side of another, with a word on its meaning. */
    public record Arrow(int fromX, int fromY, int toX, int toY, String word) {

        public String path() {
            int middle = (fromX + toX) / 2;
            return "M%d %dC%d %d %d %d %d %d".formatted(fromX, fromY, middle, fromY, middle, toY, toX - 6, toY);
        }

        public int wordX() {
            return (fromX + toX) / 2;
        }

        public int wordY() {
            return (fromY + toY) / 2 - 5;
        }
    }
}
