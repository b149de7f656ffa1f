package org.claimsledger.api.security;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Addresses to go on to that came with a request: pages of the ledger's own; anywhere else is none of its business. */
public final class LocalPath {

    /** An answer names it in a header, maybe in percent signs, and there is no room there for just any. */
    static final int MAX_LENGTH = 2_000;

    private LocalPath() {}

    /** Where to go on; the front page where that is elsewhere, too long, or nothing that an address may be. */
    public static URI of(@Nullable String text) {
        boolean here = text != null && text.length() <= MAX_LENGTH && text.matches("/(?![/\\\\])[!-~&&[^\\\\]]*");
        try {
            return here ? URI.create(text) : URI.create("/");
        } catch (IllegalArgumentException noAddress) {
            return URI.create("/");
        }
    }
}
