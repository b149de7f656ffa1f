package org.claimsledger.api.security;

/** A person whom somebody else vouches for. */
public interface ExternalPrincipal {

    Caller caller();
}
