package org.claimsledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.claimsledger.api.security.oidc.IdentityProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The filters before all calls: one chain for the API, one for the pages that people see. */
@Configuration
class WebSecurity {

    private static final String API = "default-src 'none'; frame-ancestors 'none'";

    /** Pages run scripts and styles of the desk's own and nothing else. */
    private static final String PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String NO_STORE = "no-store";

    private final Callers callers;
    private final CsrfTokens csrf = new CsrfTokens();
    private final Logins logins = new Logins(new LoginThrottle());
    private final Optional<IdentityProvider> provider;

    WebSecurity(Callers callers, Optional<IdentityProvider> provider) {
        this.callers = callers;
        this.provider = provider;
    }

    /** Before all else, so that whatever is answered has a name. */
    @Bean
    static FilterRegistrationBean<RequestNames> requestNames() {
        var registration = new FilterRegistrationBean<>(new RequestNames());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Parameters are refused by the call that does not have them, whatever their names are. */
    @Bean
    static HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(any -> true);
        return firewall;
    }

    /** A session of nobody is there for the way to an identity provider and back, and no longer. */
    @Bean
    static HttpSessionListener sessions() {
        return new HttpSessionListener() {
            @Override
            public void sessionCreated(HttpSessionEvent made) {
                made.getSession().setMaxInactiveInterval((int) Logins.UNDER_WAY.toSeconds());
            }
        };
    }

    @Bean
    LoginWays loginWays() {
        return new LoginWays(provider.flatMap(IdentityProvider::client).isPresent());
    }

    /** Who calls is found out and refused here; what a call needs is on the call, and asked for by {@link RoleGuard}. */
    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            Reading reading,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        Refusing refusing = new Refusing(problems);
        return http.securityMatcher("/api/**", "/health/**", "/metrics")
                .addFilterBefore(new CallerFilter(callers, refusing), CsrfFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(it -> it.csrfTokenRepository(csrf)
                        .csrfTokenRequestHandler(new HeaderOnly())
                        .requireCsrfProtectionMatcher(WebSecurity::isWriteOfASession))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> common(headers, API, ReferrerPolicy.NO_REFERRER))
                .exceptionHandling(it -> it.authenticationEntryPoint(
                                (request, response, unknown) -> refusing.unauthorized(request, response))
                        .accessDeniedHandler(refusing::denied))
                .authorizeHttpRequests(it -> it.requestMatchers(
                                "/api/v1/openapi.json", "/api/v1/openapi.yaml", "/health/**", "/metrics")
                        .permitAll()
                        .requestMatchers(request -> reading == Reading.OPEN && RoleGuard.isReading(request))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        http.addFilterBefore(new CallerFilter(callers, new Refusing(problems)), CsrfFilter.class)
                .addFilterAfter(logins, CsrfFilter.class)
                .authenticationProvider(new LoginProvider(callers))
                .csrf(it -> it.csrfTokenRepository(csrf))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> common(headers, PAGES, ReferrerPolicy.SAME_ORIGIN))
                .exceptionHandling(it -> it.accessDeniedHandler(WebSecurity::stale))
                .formLogin(login -> login.loginPage(LoginWays.PATH)
                        .usernameParameter("name")
                        .passwordParameter("token")
                        .successHandler(logins)
                        .failureHandler(logins))
                .logout(logout -> logout.logoutSuccessUrl(LoginWays.PATH + "?out"))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll());
        provider.flatMap(IdentityProvider::client)
                .ifPresent(client -> http.oauth2Login(login -> login.loginPage(LoginWays.PATH)
                        .clientRegistrationRepository(client.registrations())
                        .authorizedClientRepository(client.nothingKept())
                        .userInfoEndpoint(info -> info.oidcUserService(client.users()))
                        .successHandler(logins)
                        .failureHandler(logins)));
        return http.build();
    }

    private static void common(HeadersConfigurer<HttpSecurity> headers, String content, ReferrerPolicy referrer) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(content))
                .referrerPolicy(policy -> policy.policy(referrer))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .contentTypeOptions(Customizer.withDefaults())
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter((request, response) -> {
                    if (Caller.of(SecurityContextHolder.getContext().getAuthentication()) != null) {
                        response.setHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
                    }
                });
    }

    /** Whoever has a token shows it with each request, which no page of somebody else's can. */
    private static boolean isWriteOfASession(HttpServletRequest request) {
        return !RoleGuard.isReading(request) && Caller.isInSession(request);
    }

    private static void stale(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            response.sendRedirect(LoginWays.PATH + "?stale"
                    + onward(LocalPath.of(request.getRequestURI()).toString()));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Whoever wrote on a page goes back there; what they wrote their browser has kept. */
    private static String onward(String page) {
        return page.equals(LoginWays.PATH) || page.equals("/logout") || page.length() > LocalPath.LONGEST
                ? ""
                : "&" + LoginWays.ONWARD + "=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }
}
