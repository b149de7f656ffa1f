package org.claimsledger.fuzz;

import java.util.Locale;
import java.util.function.Supplier;

/** All targets of the fuzzer. */
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

    /** The name of the target on a command line, which is also that of the folder of its seeds. */
    String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }
}
