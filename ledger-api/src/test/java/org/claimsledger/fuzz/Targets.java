package org.claimsledger.fuzz;

import java.util.Locale;
import java.util.function.Supplier;

/** All that a fuzzer is let loose on. */
enum Targets {
    DATES(DateTarget::new),
    VALUES(ValueTarget::new),
    LINES(LineTarget::new),
    VIEWPOINTS(ViewpointTarget::new),
    CURSORS(CursorTarget::new),
    TOKENS(TokenTarget::new),
    IMPORTS(ImportTarget::new);

    private final Supplier<Target> made;

    Targets(Supplier<Target> made) {
        this.made = made;
    }

    Target open() {
        return made.get();
    }

    static Targets named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** As it is named on a command line, and as the folder of its seeds is. */
    String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }
}
