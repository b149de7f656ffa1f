package org.claimsledger.api.limit;

import java.io.IOException;

/** The server is to stop, and reads no further. */
public final class ServerStops extends IOException {

    private static final long serialVersionUID = 1L;

    ServerStops() {
        super("The server stops");
    }
}
