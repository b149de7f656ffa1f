package org.claimsledger.projection.search;

/**
 * A row of the labelled list: two names, and whether they can be one person's.
 *
 * @param language the language of the name, whatever script it is written in
 * @param rule the published rule that leads from one to the other; of different names, why they look alike
 */
record NamePair(Part part, String a, String b, Label label, String language, String rule) {

    enum Part {
        /** To look at while rules are written. */
        DEVELOPMENT,
        /** Only measured. */
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

    /** What may be told of it where it is wrong: of what is held out only the rule, or it would soon be held out no more. */
    String failureText() {
        return heldOut() ? rule + " | held out" : "%s | %s | %s | %s".formatted(rule, a, b, label);
    }
}
