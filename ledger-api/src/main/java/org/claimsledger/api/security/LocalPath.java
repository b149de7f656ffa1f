package org.claimsledger.api.security;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Addresses to go on to that came with a request: pages of the ledger's own; anywhere else is none of its business. */
public final class LocalPath {

    /** Longer addresses are not remembered over a login: they would not fit into a header. */
    public static final int LONGEST = 1_000;

    private LocalPath() {}

    /** Where to go on; the front page where that is elsewhere, or nothing that an address may be. */
    public static URI of(@Nullable String text) {
        boolean here = text != null && text.length() <= LONGEST && text.matches("/(?![/\\\\])[!-~&&[^\\\\]]*");
        try {
            return here ? URI.create(text) : URI.create("/");
        } catch (IllegalArgumentException noAddress) {
            return URI.create("/");
        }
    }
}
