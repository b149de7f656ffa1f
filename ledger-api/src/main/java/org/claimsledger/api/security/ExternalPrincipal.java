package org.claimsledger.api.security;

/** A person whom an identity provider vouches for. */
public interface ExternalPrincipal {

    Caller caller();
}
