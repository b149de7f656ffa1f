package org.claimsledger.api.security;

/** A person whom somebody else vouches for. */
public interface LoggedIn {

    Caller caller();
}
