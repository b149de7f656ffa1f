package org.claimsledger.api.security.oidc;

import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Lets people log in with the identity provider. */
public final class LoginClient {

    /** How the one provider is named in paths. */
    private static final String ID = "provider";

    /** After that the provider is asked again, since it alone knows who still may be in. */
    private static final Duration LASTS = Duration.ofHours(8);

    private final ClientRegistration registration;
    private final Claims claims;
    private final OidcUserService told = new OidcUserService();

    private LoginClient(ClientRegistration registration, Claims claims) {
        this.registration = registration;
        this.claims = claims;
    }

    static LoginClient of(OidcSettings.Client client, OIDCProviderMetadata metadata, Claims claims) {
        return new LoginClient(
                ClientRegistrations.fromOidcConfiguration(metadata.toJSONObject())
                        .registrationId(ID)
                        .clientId(client.id())
                        .clientSecret(client.secret())
                        .scope("openid", "profile")
                        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                        .build(),
                claims);
    }

    public ClientRegistrationRepository registrations() {
        return new InMemoryClientRegistrationRepository(registration);
    }

    /** Whoever the provider says has come, as a caller. */
    public OAuth2UserService<OidcUserRequest, OidcUser> users() {
        return request -> {
            OidcUser user = told.loadUser(request);
            return claims.caller(user.getClaims(), Instant.now().plus(LASTS))
                    .map(caller -> new Person(caller, request.getIdToken()))
                    .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error("nameless")));
        };
    }

    /** The ledger asks nothing of the provider in a person's name, so it keeps no token for that. */
    public OAuth2AuthorizedClientRepository nothingKept() {
        return new OAuth2AuthorizedClientRepository() {
            @Override
            public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                    String id, Authentication principal, HttpServletRequest request) {
                return null;
            }

            @Override
            public void saveAuthorizedClient(
                    OAuth2AuthorizedClient client,
                    Authentication principal,
                    HttpServletRequest request,
                    HttpServletResponse response) {}

            @Override
            public void removeAuthorizedClient(
                    String id, Authentication principal, HttpServletRequest request, HttpServletResponse response) {}
        };
    }
}
