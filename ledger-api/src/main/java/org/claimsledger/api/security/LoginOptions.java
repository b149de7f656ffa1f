package org.claimsledger.api.security;

/**
 * The ways in which people can log in.
 *
 * @param hasIdentityProvider whether they can log in with an identity provider, too
 */
public record LoginOptions(boolean hasIdentityProvider) {

    /** The page with the forms to log in and out. */
    public static final String PATH = "/login";

    /** The form field with the address to go on to after the login. */
    public static final String RETURN_TO = "to";

    /** The request attribute with the time to wait, on an attempt that was one too many. */
    public static final String THROTTLED = "org.claimsledger.login.wait";

    /** The path that leads to the identity provider. */
    public static final String PROVIDER_PATH = "/oauth2/authorization";

    /** The name of the identity provider in paths; there is at most one. */
    public static final String PROVIDER = "provider";
}
