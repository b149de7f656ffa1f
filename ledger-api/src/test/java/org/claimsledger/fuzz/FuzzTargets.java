package org.claimsledger.fuzz;

import java.util.Locale;
import java.util.function.Supplier;

/** All that a fuzzer is let loose on. */
enum FuzzTargets {
    DATES(DateTarget::new),
    VALUES(ValueTarget::new),
    LINES(LineTarget::new),
    VIEWPOINTS(ViewpointTarget::new),
    CURSORS(CursorTarget::new),
    TOKENS(TokenTarget::new),
    IMPORTS(ImportTarget::new);

    private final Supplier<FuzzTarget> factory;

    FuzzTargets(Supplier<FuzzTarget> made) {
        this.factory = made;
    }

    FuzzTarget open() {
        return factory.get();
    }

    static FuzzTargets byName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** As it is named on a command line, and as the folder of its seeds is. */
    String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }
}
