package org.claimsledger.projection.run;

import java.util.List;

/**
 * Whose rows an event changes, in the words of its projection.
 *
 * @param everything whether it may change the rows of anything
 * @param things else those of these things
 */
public record AffectedKeys(boolean all, List<String> keys) {

    /** An event that changes no rows. */
    public static final AffectedKeys NONE = new AffectedKeys(false, List.of());

    /** An event that may change any rows. */
    public static final AffectedKeys ALL = new AffectedKeys(true, List.of());

    public AffectedKeys {
        keys = List.copyOf(keys);
    }

    public static AffectedKeys keys(List<String> things) {
        return new AffectedKeys(false, things);
    }
}
