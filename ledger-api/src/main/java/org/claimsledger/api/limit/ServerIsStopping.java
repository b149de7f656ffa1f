package org.claimsledger.api.limit;

import java.io.IOException;

/** The server is to stop, and reads no further. */
public final class ServerIsStopping extends IOException {

    private static final long serialVersionUID = 1L;

    ServerIsStopping() {
        super("The server stops");
    }
}
