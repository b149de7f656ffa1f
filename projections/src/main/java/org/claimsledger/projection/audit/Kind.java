package org.claimsledger.projection.audit;

import org.claimsledger.value.Tag;

/** What has a history, named by the tag of the events that change it; what they merely touch has none of them. */
enum Kind {
    CLAIM("claim"),
    SOURCE("source"),
    SUBJECT("subject"),
    PREDICATE("predicate");

    private final String tag;

    Kind(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    static boolean names(Tag tag) {
        for (Kind kind : values()) {
            if (kind.tag.equals(tag.key())) {
                return true;
            }
        }
        return false;
    }
}
