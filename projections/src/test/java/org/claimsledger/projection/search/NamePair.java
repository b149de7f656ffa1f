package org.claimsledger.projection.search;

/**
 * A row of the labelled list: two names, and whether both can be one person's.
 *
 * @param language the language of the name, whatever script it is written in
 * @param rule the published rule that leads from one name to the other; for different names, why they look alike
 */
record NamePair(Part part, String a, String b, Label label, String language, String rule) {

    enum Part {
        /** For writing rules. */
        DEVELOPMENT,
        /** Only for measuring. */
        HELD_OUT
    }

    enum Label {
        SAME,
        DIFFERENT
    }

    boolean same() {
        return label == Label.SAME;
    }

    boolean heldOut() {
        return part == Part.HELD_OUT;
    }

    /** A line for a wrong result. Of a held-out pair it has only the rule, so that nobody writes rules for the pair. */
    String failureText() {
        return heldOut() ? rule + " | held out" : "%s | %s | %s | %s".formatted(rule, a, b, label);
    }
}
