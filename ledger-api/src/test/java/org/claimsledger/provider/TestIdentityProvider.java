package org.claimsledger.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** A real identity provider with its own port, people, programs and keys. */
public final class TestIdentityProvider implements AutoCloseable {

    public static final String AUDIENCE = "claims-ledger";
    public static final String SECRET = "the-client's-secret";
    public static final String PASSWORD = "a-person's-password";

    /** People and programs, and their roles here. */
    private static final Map<String, List<String>> ROLES = Map.of(
            "erin", List.of("ledger-editor", "mail-admin"),
            "rosa", List.of("ledger-reporter", "ledger-legal"),
            "norole", List.of("admin", "editor"),
            "Erin Full Name", List.of("ledger-admin"),
            "wire", List.of("ledger-reporter"));

    private final ConfigurableApplicationContext application;
    private final URI issuer;

    private TestIdentityProvider(ConfigurableApplicationContext application) {
        this.application = application;
        this.issuer = URI.create("http://127.0.0.1:"
                + Objects.requireNonNull(((WebServerApplicationContext) application).getWebServer())
                        .getPort());
    }

    public static TestIdentityProvider start() {
        return new TestIdentityProvider(new SpringApplicationBuilder(ProviderApplication.class)
                .run("--server.port=0", "--server.servlet.session.cookie.name=provider-session"));
    }

    public URI issuer() {
        return issuer;
    }

    /** The key that it signs with, for tokens that the provider itself would not make. */
    public RSAKey key() {
        return application.getBean(RSAKey.class);
    }

    @Override
    public void close() {
        application.close();
    }

    @Configuration
    @EnableAutoConfiguration
    static class ProviderApplication {

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) {
            OAuth2AuthorizationServerConfigurer protocol = new OAuth2AuthorizationServerConfigurer();
            return http.securityMatcher(protocol.getEndpointsMatcher())
                    .with(protocol, it -> it.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(it -> it.anyRequest().authenticated())
                    .exceptionHandling(
                            it -> it.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain people(HttpSecurity http) {
            return http.authorizeHttpRequests(it -> it.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(ROLES.keySet().stream()
                    .map(name -> User.withUsername(name)
                            .password("{noop}" + PASSWORD)
                            .authorities("person")
                            .build())
                    .toList());
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId("1")
                            .clientId("ledger")
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri("http://127.0.0.1/login/oauth2/code/provider")
                            .scope("openid")
                            .scope("profile")
                            .build(),
                    RegisteredClient.withId("2")
                            .clientId("wire")
                            .clientSecret("{noop}" + PASSWORD)
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                            .build());
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return context -> {
                String name = context.getPrincipal().getName();
                context.getClaims().claim("roles", ROLES.getOrDefault(name, List.of()));
                if (context.getTokenType().getValue().equals("access_token")) {
                    context.getClaims().audience(List.of(AUDIENCE, "another"));
                }
            };
        }

        @Bean
        RSAKey key() throws JOSEException {
            return new RSAKeyGenerator(2048).keyID("k1").generate();
        }

        @Bean
        JWKSource<SecurityContext> keys(RSAKey key) {
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return NimbusJwtDecoder.withJwkSource(keys).build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }
    }
}
