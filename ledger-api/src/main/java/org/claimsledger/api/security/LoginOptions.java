package org.claimsledger.api.security;

/**
 * How people can log in.
 *
 * @param elsewhere whether an identity provider says who they are, too
 */
public record LoginOptions(boolean hasIdentityProvider) {

    /** The page with the forms to log in and out. */
    public static final String PATH = "/login";

    /** Where whoever logged in wants to go on, as a field of the form. */
    public static final String RETURN_TO = "to";

    /** How long to wait, as an attribute of an attempt that was one too many. */
    public static final String THROTTLED = "org.claimsledger.login.wait";

    /** Where the way to the identity provider begins. */
    public static final String PROVIDER_PATH = "/oauth2/authorization";

    /** The one identity provider that there may be, as paths name it. */
    public static final String PROVIDER = "provider";
}
