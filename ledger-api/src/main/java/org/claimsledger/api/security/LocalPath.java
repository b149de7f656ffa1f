package org.claimsledger.api.security;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The address to go on to that came with a request, which must be a page of this ledger. */
public final class LocalPath {

    /** The address goes into a header, maybe percent-encoded, where room is limited. */
    static final int MAX_LENGTH = 2_000;

    private LocalPath() {}

    /** The address; the front page where it is elsewhere, too long, or no address. */
    public static URI of(@Nullable String text) {
        boolean here = text != null && text.length() <= MAX_LENGTH && text.matches("/(?![/\\\\])[!-~&&[^\\\\]]*");
        try {
            return here ? URI.create(text) : URI.create("/");
        } catch (IllegalArgumentException noAddress) {
            return URI.create("/");
        }
    }
}
