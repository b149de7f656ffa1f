package org.claimsledger.api.operation;

import java.util.Locale;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.value.SourceId;

/** The kinds of thing that operations make and change; each has a collection of its own in the API. */
public enum Resource {
    CLAIM,
    SOURCE,
    SUBJECT,
    PREDICATE;

    /** The word for one of them, which is also the field that names it in an import. */
    public String singular() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String plural() {
        return singular() + "s";
    }

    /** The id by which a reader knows it: a protected source has another one for whoever may not know which it is. */
    public String shownId(String id, ReadModel readModel) {
        return this == SOURCE ? readModel.registry().shownId(new SourceId(id)).value() : id;
    }
}
