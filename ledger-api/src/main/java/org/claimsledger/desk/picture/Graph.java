package org.claimsledger.desk.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Boxes in columns, with arrows from what comes first to what depends on it. */
public record Graph(int width, int height, List<Box> boxes, List<Arrow> arrows) {

    static final int BOX_WIDTH = 210;
    static final int BOX_HEIGHT = 44;

    /**
     * Something in the graph.
     *
     * @param label what it is called, in at most two lines
     * @param title the whole of its name
     * @param href absent where the ledger does not hold it
     * @param centre whether the graph is about it
     * @param fallen whether it was taken back
     */
    public record Box(
            int x,
            int y,
            List<String> label,
            String title,
            @Nullable String href,
            boolean centre,
            boolean retracted) {}

    /** From the right side of one box to the left side of another, with a word on what it means. */
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
