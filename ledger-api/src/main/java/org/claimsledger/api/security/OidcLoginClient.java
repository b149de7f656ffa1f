package org.claimsledger.api.security;

import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
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
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Lets people log in with the identity provider. */
public final class OidcLoginClient {

    /** The name of the provider in paths. */
    private static final String ID = "provider";

    /** The longest session without asking the provider again, which alone knows who is still admitted. */
    private static final Duration LOGIN_LIFETIME = Duration.ofHours(8);

    private final ClientRegistration registration;
    private final IdentityClaims identityClaims;
    private final OidcUserService delegate = new OidcUserService();

    private OidcLoginClient(ClientRegistration registration, IdentityClaims identityClaims) {
        this.registration = registration;
        this.identityClaims = identityClaims;
    }

    static OidcLoginClient of(
            OidcSettings.ClientCredentials clientCredentials,
            OIDCProviderMetadata metadata,
            IdentityClaims identityClaims) {
        return new OidcLoginClient(
                ClientRegistrations.fromOidcConfiguration(metadata.toJSONObject())
                        .registrationId(ID)
                        .clientId(clientCredentials.id())
                        .clientSecret(clientCredentials.secret())
                        .scope("openid", "profile")
                        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                        .build(),
                identityClaims);
    }

    public ClientRegistrationRepository registrations() {
        return new InMemoryClientRegistrationRepository(registration);
    }

    /** The person that the provider names, as a caller. */
    public OAuth2UserService<OidcUserRequest, OidcUser> userService() {
        return request -> {
            OidcUser user = delegate.loadUser(request);
            return identityClaims
                    .caller(user.getClaims(), Instant.now().plus(LOGIN_LIFETIME))
                    .map(caller -> new OidcPerson(caller, request.getIdToken()))
                    .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error("nameless")));
        };
    }

    /** Keeps no tokens of people, because the ledger asks the provider nothing in their name. */
    public OAuth2AuthorizedClientRepository noClientStore() {
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

    /** A person who has logged in with the identity provider. Only the caller is kept of all that it sends. */
    record OidcPerson(Caller caller, OidcIdToken idToken) implements OidcUser {

        @Override
        public Map<String, Object> getClaims() {
            return Map.of();
        }

        @Override
        public OidcUserInfo getUserInfo() {
            return new OidcUserInfo(Map.of("sub", caller.actor()));
        }

        @Override
        public OidcIdToken getIdToken() {
            return idToken;
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public Collection<? extends GrantedAuthority> getAuthorities() {
            return List.of();
        }

        @Override
        public String getName() {
            return caller.actor();
        }
    }
}
