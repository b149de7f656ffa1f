package org.claimsledger.desk.picture;

import java.util.List;
import org.claimsledger.desk.words.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * A picture of answers and their valid times, with the texts to read.
 *
 * @param sizeClass the width that it is drawn for
 * @param dateLines the dates of the viewpoint
 * @param omitted how many answers are left out, because their time is unknown or there are too many
 */
public record Timeline(
        SizeClass sizeClass,
        int height,
        List<Lane> lanes,
        List<TimeScale.Year> years,
        List<DateLine> dateLines,
        int omitted) {

    /** The layout: names beside their bars, or above them on a phone. */
    public enum SizeClass {
        WIDE(1_080, 380, 26, 0, 52),
        NARROW(340, 2, 44, 16, 46);

        private final int width;
        private final int barsStart;
        private final int row;
        private final int below;
        private final int letters;

        SizeClass(int width, int names, int row, int below, int letters) {
            this.width = width;
            this.barsStart = names;
            this.row = row;
            this.below = below;
            this.letters = letters;
        }

        public int width() {
            return width;
        }

        /** Where bars may begin. */
        int barsStart() {
            return barsStart;
        }

        /** The height of a row. */
        int row() {
            return row;
        }

        /** How far a bar is below its name. */
        int below() {
            return below;
        }

        /** The name, cut to the room that there is. */
        public String cut(String name) {
            return name.length() > letters ? name.substring(0, letters - 1) + "…" : name;
        }
    }

    /** Answers of one theme. */
    public record Lane(String name, int y, List<Row> rows) {}

    /**
     * An answer.
     *
     * @param y the place of its name
     * @param barY the place of its bar
     * @param text its predicate and value
     * @param published the place where it was first published; absent beyond the picture
     * @param recorded the place where we recorded it
     */
    public record Row(
            int y,
            int barY,
            String text,
            String href,
            StatusMark mark,
            String when,
            String publishedOn,
            String recordedOn,
            BarShape shape,
            @Nullable Integer published,
            int recorded) {

        /** The text that a resting pointer shows. */
        public String title() {
            return text + ", " + when + ": " + mark.word() + ". Published " + publishedOn + ", recorded " + recordedOn
                    + ".";
        }
    }

    /**
     * A bar that fades in and out where its ends are fuzzy: from {@code begin} to {@code sure} it may have begun, from
     * {@code over} to {@code end} it may be over. Where the two overlap nothing between them is certain.
     *
     * @param openLeft whether it has no beginning, or an unknown one
     * @param openRight whether it has no end, or an unknown one
     * @param moment whether it is a moment, somewhere between its ends
     */
    public record BarShape(
            int begin, int sure, int over, int end, boolean openLeft, boolean openRight, boolean moment) {

        public int fadeIn() {
            return Math.max(0, sure - begin);
        }

        public int solid() {
            return Math.max(0, over - sure);
        }

        public int fadeOut() {
            return Math.max(0, end - over);
        }

        public int middle() {
            return (begin + end) / 2;
        }

        public int width() {
            return Math.max(1, end - begin);
        }
    }

    /** A vertical line with its name above it. */
    public record DateLine(String name, int x, int y, String label) {}

    public boolean isEmpty() {
        return lanes.isEmpty();
    }
}
