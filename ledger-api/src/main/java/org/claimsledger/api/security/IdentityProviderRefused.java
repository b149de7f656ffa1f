package org.claimsledger.api.security;

import org.jspecify.annotations.Nullable;

/** The identity provider cannot be used as it was set, and why, in a sentence for whoever starts the program. */
public final class IdentityProviderRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IdentityProviderRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
