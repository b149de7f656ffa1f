package org.claimsledger.api.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set.
 *
 * @param data the ledger's folder ({@code LEDGER_DATA}); begun where it is absent or empty
 * @param adminToken the token that writes need ({@code LEDGER_ADMIN_TOKEN}); made at the first start where absent
 * @param sample whether the sample case is loaded at the start
 */
@ConfigurationProperties("ledger")
public record LedgerSettings(
        @DefaultValue("ledger-data") Path data,
        @Nullable String adminToken,
        @DefaultValue("false") boolean sample) {}
