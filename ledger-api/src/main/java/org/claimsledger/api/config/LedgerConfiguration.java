package org.claimsledger.api.config;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.claimsledger.api.security.AdminToken;
import org.claimsledger.api.security.CallerFinder;
import org.claimsledger.api.security.IdentityProvider;
import org.claimsledger.api.security.ReviewPolicy;
import org.claimsledger.api.security.RoleGuard;
import org.claimsledger.api.security.RoleGuard.ReadPolicy;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.ReadModels;
import org.claimsledger.store.NodeFolder;
import org.claimsledger.store.StoreListener;
import org.claimsledger.token.TokenRegistry;
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

    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(2);

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /** Opened after the identity provider, so that a wrong setting is reported before the ledger is touched. */
    @Bean(destroyMethod = "close")
    @DependsOn("identityProvider")
    Ledger ledger(LedgerSettings settings, InstantSource clock, StoreListener listener) {
        return Ledger.open(settings.events(), clock, listener);
    }

    /** The files that each node has for itself. */
    @Bean(destroyMethod = "close")
    NodeFolder nodeFolder(LedgerSettings settings) {
        return NodeFolder.acquire(settings.events(), settings.data());
    }

    /** Requests are answered only when the read models have caught up with the events on disk. */
    @Bean(destroyMethod = "close")
    ReadModels projections(LedgerSettings settings, Ledger ledger, NodeFolder folder) throws InterruptedException {
        ReadModels readModels = ReadModels.open(settings.data().resolve("projections"), ledger.log(), ledger.id());
        long head = ledger.log().head();
        readModels.catchUp(
                head,
                PROGRESS_INTERVAL,
                applied -> LOG.info("The read side is catching up: {} of {} events", applied, head));
        return readModels;
    }

    @Bean
    JsonMapperBuilderCustomizer spelling() {
        return AnswerJson::configure;
    }

    /** Made after the ledger and the node folder, one of which creates the folder. */
    @Bean
    AdminToken adminToken(LedgerSettings settings, Ledger ledger, NodeFolder folder) {
        return AdminToken.of(settings.adminToken(), settings.data());
    }

    /** Absent unless one is configured. */
    @Bean
    @Nullable
    IdentityProvider identityProvider(LedgerSettings settings) {
        return settings.oidc().isSet() ? IdentityProvider.of(settings.oidc()) : null;
    }

    /** Opened after the ledger that they belong to. */
    @Bean(destroyMethod = "close")
    TokenRegistry tokens(LedgerSettings settings, Ledger ledger, InstantSource clock) {
        return TokenRegistry.open(settings.events(), clock);
    }

    @Bean
    CallerFinder callers(
            AdminToken admin, TokenRegistry tokenRegistry, Optional<IdentityProvider> provider, InstantSource clock) {
        return new CallerFinder(
                admin,
                tokenRegistry,
                secret -> provider.map(it -> it.callerOf(secret)).orElse(null),
                clock);
    }

    @Bean
    ReadPolicy reading(LedgerSettings settings) {
        return settings.reading();
    }

    @Bean
    ReviewPolicy reviewGate(LedgerSettings settings) {
        return settings.review();
    }

    @Bean
    WebMvcConfigurer guards(ReadPolicy readPolicy) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RoleGuard(readPolicy));
                registry.addInterceptor(new AcceptHeaderGuard());
            }
        };
    }
}
