package org.claimsledger.projection.run;

import java.util.List;

/**
 * Whose rows an event changes, in the words of its projection.
 *
 * @param everything whether it may change the rows of anything
 * @param things else those of these things
 */
public record Concerned(boolean everything, List<String> things) {

    /** An event that changes no rows. */
    public static final Concerned NOTHING = new Concerned(false, List.of());

    /** An event that may change any rows. */
    public static final Concerned EVERYTHING = new Concerned(true, List.of());

    public Concerned {
        things = List.copyOf(things);
    }

    public static Concerned things(List<String> things) {
        return new Concerned(false, things);
    }
}
