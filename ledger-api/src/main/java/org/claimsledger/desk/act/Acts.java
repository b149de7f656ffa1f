package org.claimsledger.desk.act;

import java.util.Optional;
import java.util.stream.Stream;
import org.claimsledger.desk.act.Act.About;

/** All that can be recorded on the desk, with the fields of its form. */
public final class Acts {

    private Acts() {}

    /** The act at an address; empty where there is none. */
    public static Optional<Act> named(About about, String name) {
        return all().filter(it -> it.about() == about && it.name().equals(name)).findFirst();
    }

    public static Stream<Act> all() {
        return Stream.concat(ClaimActs.ALL.stream(), RecordActs.ALL.stream());
    }
}
