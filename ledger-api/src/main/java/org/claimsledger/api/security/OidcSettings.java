package org.claimsledger.api.security;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An identity provider; none where {@code issuer} is not set.
 *
 * @param issuer its address, as its tokens have it ({@code LEDGER_OIDC_ISSUER})
 * @param audience that its tokens have to name ({@code LEDGER_OIDC_AUDIENCE})
 * @param clientId the ledger's name at the provider; people can log in with it where this is set ({@code
 *     LEDGER_OIDC_CLIENT_ID})
 * @param clientSecret its secret ({@code LEDGER_OIDC_CLIENT_SECRET})
 * @param actorClaim the claim that names the person or program; one that the provider never gives to anybody else
 * @param roleClaim the claim with the roles
 * @param rolePrefix of those roles that are meant for this ledger
 */
public record OidcSettings(
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("sub") String actorClaim,
        @DefaultValue("roles") String roleClaim,
        @DefaultValue("ledger-") String rolePrefix) {

    /** Settings that are complete. */
    record CompleteSettings(
            URI issuer,
            String audience,
            @Nullable ClientCredentials client,
            String actorClaim,
            String roleClaim,
            String rolePrefix) {}

    /** The credentials by which the ledger lets people log in. */
    record ClientCredentials(String id, String secret) {}

    /** Whether there is an identity provider; other settings without an issuer are a mistake. */
    public boolean isSet() {
        if (textOrNull(issuer) == null
                && (textOrNull(audience) != null || textOrNull(clientId) != null || textOrNull(clientSecret) != null)) {
            throw missing("issuer", "the address of the identity provider");
        }
        return textOrNull(issuer) != null;
    }

    CompleteSettings complete() {
        String audience = textOrNull(this.audience);
        if (audience == null) {
            throw missing("audience", "what tokens of the identity provider have to be for");
        }
        if (actorClaim.isBlank() || roleClaim.isBlank()) {
            throw missing(actorClaim.isBlank() ? "actor-claim" : "role-claim", "the name of a claim");
        }
        return new CompleteSettings(
                address(String.valueOf(textOrNull(issuer))),
                audience,
                client(),
                actorClaim.strip(),
                roleClaim.strip(),
                rolePrefix.strip());
    }

    private @Nullable ClientCredentials client() {
        String id = textOrNull(clientId);
        String secret = textOrNull(clientSecret);
        if (id == null && secret != null) {
            throw missing("client-id", "as which the ledger is known to the identity provider");
        }
        if (id != null && secret == null) {
            throw missing("client-secret", "the secret of the client");
        }
        return id == null || secret == null ? null : new ClientCredentials(id, secret);
    }

    /** Plain HTTP can be forged on the way, so only this machine may use it. */
    private static URI address(String issuer) {
        try {
            URI address = new URI(issuer);
            boolean encrypted = "https".equals(address.getScheme());
            if (address.getHost() != null && (encrypted || "http".equals(address.getScheme()) && isLoopback(address))) {
                return address;
            }
        } catch (URISyntaxException refusedBelow) {
            // like every other text that is no address
        }
        throw new IdentityProviderRefused(
                "ledger.oidc.issuer is the https address of an identity provider, as in https://login.example.org/desk;"
                        + " http is taken on the loopback interface only.",
                null);
    }

    private static boolean isLoopback(URI address) {
        try {
            return InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static IdentityProviderRefused missing(String setting, String what) {
        return new IdentityProviderRefused("ledger.oidc." + setting + " is not set: " + what + ".", null);
    }

    @Override
    public String toString() {
        return "OidcSettings[issuer=" + issuer + "]";
    }
}
