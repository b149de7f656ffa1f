package org.claimsledger.api.limit;

import java.io.IOException;

/** Thrown while a body is read: the server stops, and reads no further. */
public final class ServerIsStopping extends IOException {

    private static final long serialVersionUID = 1L;

    ServerIsStopping() {
        super("The server stops");
    }
}
