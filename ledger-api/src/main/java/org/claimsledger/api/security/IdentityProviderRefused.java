package org.claimsledger.api.security;

import org.jspecify.annotations.Nullable;

/** Thrown where the identity provider cannot be used as configured; the message tells the operator why. */
public final class IdentityProviderRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IdentityProviderRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
