package org.claimsledger.bestknown;

import org.claimsledger.name.FoldedText;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The person or body that really attests something. Corroboration counts origins, never documents. There is one name
 * space: a court and a publisher of the same name are one.
 *
 * @param key what makes two origins the same one
 * @param name as given
 */
public record Origin(String key, String name) implements Comparable<Origin> {

    /** An origin that is no subject of the ledger; how the name is spelled makes no difference, as far as it folds. */
    public static Origin named(String name) {
        return new Origin("name " + FoldedText.of(name), name);
    }

    /** A subject of the ledger, whatever it is called. */
    static Origin of(SubjectId subject, String name) {
        return new Origin("subject " + subject.value(), name);
    }

    /** A source with an unknown publisher; no name can be equal to it. */
    static Origin unnamed(SourceId source, String title) {
        return new Origin("source " + source.value(), title);
    }

    /** In the order of their keys, which means nothing but is always the same. */
    @Override
    public int compareTo(Origin other) {
        return key.compareTo(other.key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin origin && key.equals(origin.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
