package org.claimsledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.claimsledger.api.security.CsrfTokenStore.CsrfHeaderHandler;
import org.claimsledger.api.security.RoleGuard.ReadPolicy;
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

/** The security filters: one chain for the API, one for pages. */
@Configuration
class WebSecurity {

    private static final String API = "default-src 'none'; frame-ancestors 'none'";

    /** Pages run scripts and styles of the desk only. */
    private static final String PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String NO_STORE = "no-store";

    private final CallerFinder callerFinder;
    private final CsrfTokenStore csrf = new CsrfTokenStore();
    private final LoginFilter loginFilter = new LoginFilter(new LoginThrottle());
    private final Optional<IdentityProvider> provider;

    WebSecurity(CallerFinder callerFinder, Optional<IdentityProvider> provider) {
        this.callerFinder = callerFinder;
        this.provider = provider;
    }

    /** Runs first, so that every answer has a request id. */
    @Bean
    static FilterRegistrationBean<RequestIdFilter> requestNames() {
        var registration = new FilterRegistrationBean<>(new RequestIdFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Lets all names of parameters pass, because each call refuses those that it does not have. */
    @Bean
    static HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(any -> true);
        return firewall;
    }

    /** A session without a login only lasts for the way to an identity provider and back. */
    @Bean
    static HttpSessionListener sessions() {
        return new HttpSessionListener() {
            @Override
            public void sessionCreated(HttpSessionEvent made) {
                made.getSession().setMaxInactiveInterval((int) LoginFilter.LOGIN_TIME.toSeconds());
            }
        };
    }

    @Bean
    LoginOptions loginWays() {
        return new LoginOptions(provider.flatMap(IdentityProvider::loginClient).isPresent());
    }

    /** Authenticates callers; the role that a call needs stands on the call, and {@link RoleGuard} requires it. */
    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            ReadPolicy readPolicy,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        SecurityProblemWriter securityProblemWriter = new SecurityProblemWriter(problems);
        return http.securityMatcher("/api/**", "/health/**", "/metrics")
                .addFilterBefore(new CallerFilter(callerFinder, securityProblemWriter), CsrfFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(it -> it.csrfTokenRepository(csrf)
                        .csrfTokenRequestHandler(new CsrfHeaderHandler())
                        .requireCsrfProtectionMatcher(WebSecurity::isWriteOfASession))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> commonHeaders(headers, API, ReferrerPolicy.NO_REFERRER))
                .exceptionHandling(it -> it.authenticationEntryPoint(
                                (request, response, unknown) -> securityProblemWriter.unauthorized(request, response))
                        .accessDeniedHandler(securityProblemWriter::forbidden))
                .authorizeHttpRequests(it -> it.requestMatchers(
                                "/api/v1/openapi.json", "/api/v1/openapi.yaml", "/health/**", "/metrics")
                        .permitAll()
                        .requestMatchers(request -> readPolicy == ReadPolicy.OPEN && RoleGuard.isReadMethod(request))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        http.addFilterBefore(new CallerFilter(callerFinder, new SecurityProblemWriter(problems)), CsrfFilter.class)
                .addFilterAfter(loginFilter, CsrfFilter.class)
                .authenticationProvider(new TokenLoginProvider(callerFinder))
                .csrf(it -> it.csrfTokenRepository(csrf))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> commonHeaders(headers, PAGES, ReferrerPolicy.SAME_ORIGIN))
                .exceptionHandling(it -> it.accessDeniedHandler(WebSecurity::csrfFailed))
                .formLogin(login -> login.loginPage(LoginOptions.PATH)
                        .usernameParameter("name")
                        .passwordParameter("token")
                        .successHandler(loginFilter)
                        .failureHandler(loginFilter))
                .logout(logout -> logout.logoutSuccessUrl(LoginOptions.PATH + "?out"))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll());
        provider.flatMap(IdentityProvider::loginClient)
                .ifPresent(client -> http.oauth2Login(login -> login.loginPage(LoginOptions.PATH)
                        .clientRegistrationRepository(client.registrations())
                        .authorizedClientRepository(client.noClientStore())
                        .userInfoEndpoint(info -> info.oidcUserService(client.userService()))
                        .successHandler(loginFilter)
                        .failureHandler(loginFilter)));
        return http.build();
    }

    private static void commonHeaders(
            HeadersConfigurer<HttpSecurity> headers, String content, ReferrerPolicy referrer) {
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

    /** A bearer token needs no CSRF token, because a foreign page cannot send it. */
    private static boolean isWriteOfASession(HttpServletRequest request) {
        return !RoleGuard.isReadMethod(request) && Caller.isInSession(request);
    }

    private static void csrfFailed(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
        if (denied instanceof CsrfException) {
            response.sendRedirect(LoginOptions.PATH + "?stale"
                    + returnParameter(LocalPath.of(request.getRequestURI()).toString()));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Leads back to the page of the form, whose input the browser has kept. */
    private static String returnParameter(String page) {
        return page.equals(LoginOptions.PATH) || page.equals("/logout") || page.length() > LocalPath.MAX_LENGTH
                ? ""
                : "&" + LoginOptions.RETURN_TO + "=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }
}
