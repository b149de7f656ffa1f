package org.claimsledger.token;

import org.jspecify.annotations.Nullable;

/** The tokens cannot be read or stored. The message says why to the person who starts the program. Nothing was changed. */
public final class TokenStorageRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TokenStorageRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
