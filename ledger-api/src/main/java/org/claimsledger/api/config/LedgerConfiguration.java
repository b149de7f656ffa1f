package org.claimsledger.api.config;

import java.io.IOException;
import java.time.InstantSource;
import org.claimsledger.api.security.AdminToken;
import org.claimsledger.api.security.WriteGuard;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.run.Projections;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The ledger, its projections and its token, opened with the application and closed with it. */
@Configuration
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {

    @Bean(destroyMethod = "close")
    Ledger ledger(LedgerSettings settings) {
        return Ledger.open(settings.data(), InstantSource.system());
    }

    @Bean(destroyMethod = "close")
    Projections projections(LedgerSettings settings, Ledger ledger) throws IOException {
        return Projections.open(settings.data().resolve("projections"), ledger.log(), ledger.id());
    }

    /** After the ledger, which begins the folder. */
    @Bean
    AdminToken adminToken(LedgerSettings settings, Ledger ledger) {
        return AdminToken.of(settings.adminToken(), settings.data());
    }

    @Bean
    WebMvcConfigurer writeGuard(AdminToken token) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new WriteGuard(token)).addPathPatterns("/api/**");
            }
        };
    }
}
