package org.claimsledger.api.config;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.claimsledger.api.body.AnswerGuard;
import org.claimsledger.api.body.Answers;
import org.claimsledger.api.security.AdminToken;
import org.claimsledger.api.security.Callers;
import org.claimsledger.api.security.Reading;
import org.claimsledger.api.security.ReviewGate;
import org.claimsledger.api.security.RoleGuard;
import org.claimsledger.api.security.oidc.IdentityProvider;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.Projections;
import org.claimsledger.store.NodeFolder;
import org.claimsledger.store.StoreListener;
import org.claimsledger.token.Tokens;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The ledger, its projections and its tokens, opened with the application and closed with it. */
@Configuration
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerConfiguration.class);

    private static final Duration TOLD_EVERY = Duration.ofSeconds(2);

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /** Opened when all settings have turned out to be of use. */
    @Bean(destroyMethod = "close")
    @DependsOn("identityProvider")
    Ledger ledger(LedgerSettings settings, InstantSource clock, StoreListener listener) {
        return Ledger.open(settings.events(), clock, listener);
    }

    /** What a node keeps for itself. */
    @Bean(destroyMethod = "close")
    NodeFolder nodeFolder(LedgerSettings settings) {
        return NodeFolder.claim(settings.events(), settings.data());
    }

    /** Nothing is answered before the read side has caught up with what was on disk. */
    @Bean(destroyMethod = "close")
    Projections projections(LedgerSettings settings, Ledger ledger, NodeFolder folder) throws InterruptedException {
        Projections projections = Projections.open(settings.data().resolve("projections"), ledger.log(), ledger.id());
        long head = ledger.log().head();
        projections.catchUp(
                head, TOLD_EVERY, applied -> LOG.info("The read side is catching up: {} of {} events", applied, head));
        return projections;
    }

    @Bean
    JsonMapperBuilderCustomizer spelling() {
        return Answers::spelled;
    }

    /** After the ledger and the node, one of which begins the folder. */
    @Bean
    AdminToken adminToken(LedgerSettings settings, Ledger ledger, NodeFolder folder) {
        return AdminToken.of(settings.adminToken(), settings.data());
    }

    /** None, unless one is set. */
    @Bean
    @Nullable
    IdentityProvider identityProvider(LedgerSettings settings) {
        return settings.oidc().isSet() ? IdentityProvider.of(settings.oidc()) : null;
    }

    /** After the ledger, to which they belong. */
    @Bean(destroyMethod = "close")
    Tokens tokens(LedgerSettings settings, Ledger ledger, InstantSource clock) {
        return Tokens.open(settings.events(), clock);
    }

    @Bean
    Callers callers(AdminToken admin, Tokens tokens, Optional<IdentityProvider> provider, InstantSource clock) {
        return new Callers(
                admin, tokens, secret -> provider.map(it -> it.bearing(secret)).orElse(null), clock);
    }

    @Bean
    Reading reading(LedgerSettings settings) {
        return settings.reading();
    }

    @Bean
    ReviewGate reviewGate(LedgerSettings settings) {
        return settings.review();
    }

    @Bean
    WebMvcConfigurer guards(Reading reading) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RoleGuard(reading));
                registry.addInterceptor(new AnswerGuard());
            }
        };
    }
}
