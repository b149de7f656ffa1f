package org.claimsledger.projection.directory;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.subject.Subject;
import org.claimsledger.value.SubjectId;

/**
 * A subject as it stood at a position of the log.
 *
 * @param absorbed the subjects that are merged into this very one, in the order of the merges
 * @param registered the position at which it was registered; lists are in this order
 * @param lastChange the position of the last event until then that changed it
 */
public record SubjectAt(Subject subject, List<SubjectId> absorbed, long registered, long lastChange) {

    public SubjectAt {
        absorbed = List.copyOf(absorbed);
    }

    /** Every name that it goes by, the desk's own first. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(subject.details().name());
        names.addAll(subject.details().alsoKnownAs());
        subject.namings().forEach(naming -> names.add(naming.name()));
        return names;
    }
}
