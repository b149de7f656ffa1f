package org.claimsledger.api.limit;

import org.claimsledger.api.config.LedgerSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Installs the limits. */
@Configuration
class LimitConfiguration {

    @Bean
    RateLimit rateLimit(LedgerSettings settings) {
        return new RateLimit(settings.rate());
    }

    /** Runs after the filter that finds the caller. */
    @Bean
    FilterRegistrationBean<RateLimitFilter> rateFilter(
            RateLimit limit, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var registration = new FilterRegistrationBean<>(new RateLimitFilter(limit, problems));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 100);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> punctualHttp() {
        return factory -> factory.setProtocol(RequestHeadTimeout.class.getName());
    }
}
