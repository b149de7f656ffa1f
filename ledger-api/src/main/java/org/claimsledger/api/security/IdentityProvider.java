package org.claimsledger.api.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * An identity provider, which vouches for people and programs. The ledger fetches its keys at the start and now and then,
 * and checks tokens itself.
 */
public final class IdentityProvider {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 5_000;
    private static final int MAX_ANSWER_BYTES = 1 << 18;
    private static final int MAX_TOKEN_LENGTH = 16_384;

    private final IdentityClaims identityClaims;
    private final NimbusJwtDecoder decoder;
    private final @Nullable OidcLoginClient loginClient;

    private IdentityProvider(
            IdentityClaims identityClaims, NimbusJwtDecoder decoder, @Nullable OidcLoginClient client) {
        this.identityClaims = identityClaims;
        this.decoder = decoder;
        this.loginClient = client;
    }

    /**
     * Fetches the configuration of the provider.
     *
     * @throws IdentityProviderRefused where a setting is missing or wrong, or the provider does not answer as one
     */
    public static IdentityProvider of(OidcSettings settings) {
        OidcSettings.CompleteSettings set = settings.complete();
        OIDCProviderMetadata metadata = metadata(set.issuer());
        IdentityClaims identityClaims = new IdentityClaims(set.actorClaim(), set.roleClaim(), set.rolePrefix());
        OidcSettings.ClientCredentials clientCredentials = set.client();
        return new IdentityProvider(
                identityClaims,
                decoder(set, metadata),
                clientCredentials == null ? null : OidcLoginClient.of(clientCredentials, metadata, identityClaims));
    }

    private static OIDCProviderMetadata metadata(URI issuer) {
        try {
            return OIDCProviderMetadata.resolve(new Issuer(issuer), CONNECT_MILLIS, READ_MILLIS);
        } catch (IOException | GeneralException | IllegalArgumentException e) {
            throw new IdentityProviderRefused(
                    "The identity provider of ledger.oidc.issuer, " + issuer
                            + ", does not answer as one of OpenID Connect: " + e.getMessage(),
                    e);
        }
    }

    private static NimbusJwtDecoder decoder(OidcSettings.CompleteSettings set, OIDCProviderMetadata metadata) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        // signatures only: with a shared secret, the checker could sign as well
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.Family.SIGNATURE, keys(metadata)));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
        processor.setJWTClaimsSetVerifier((any, context) -> {}); // all claims are checked below
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtIssuerValidator(metadata.getIssuer().getValue()),
                new JwtTimestampValidator(Duration.ofSeconds(60)),
                jwt -> valid(jwt.getExpiresAt() != null, "it never expires"),
                jwt -> valid(
                        jwt.getAudience() != null && jwt.getAudience().contains(set.audience()), "it is for others")));
        return decoder;
    }

    /** Cached keys, fetched again where a token names an unknown one, but with limited frequency. */
    private static JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata) {
        try {
            return JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MAX_ANSWER_BYTES))
                    .outageTolerant(Duration.ofDays(1).toMillis())
                    .build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IdentityProviderRefused("The identity provider names no address of its keys", e);
        }
    }

    private static OAuth2TokenValidatorResult valid(boolean holds, String otherwise) {
        return holds
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", otherwise, null));
    }

    /** The caller that a JSON web token speaks for; absent where it is not of the provider, not for this ledger, or expired. */
    public @Nullable Caller callerOf(String token) {
        if (token.length() > MAX_TOKEN_LENGTH
                || token.chars().filter(c -> c == '.').count() != 2) {
            return null;
        }
        try {
            Jwt jwt = decoder.decode(token);
            Optional<Caller> caller =
                    identityClaims.caller(jwt.getClaims(), Objects.requireNonNull(jwt.getExpiresAt()));
            if (caller.isEmpty()) {
                LOG.warn("A token of the identity provider names nobody in its claim {}", identityClaims.actor());
            }
            return caller.orElse(null);
        } catch (JwtException refused) {
            LOG.debug("A token was refused", refused);
            return null;
        }
    }

    /** The client by which people log in; absent where only tokens are accepted. */
    public Optional<OidcLoginClient> loginClient() {
        return Optional.ofNullable(loginClient);
    }
}
