package org.claimsledger.api;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The ledger as a web application. It has callers of its own, and no users that somebody else would make up. */
@SpringBootApplication(
        scanBasePackages = {"org.claimsledger.api", "org.claimsledger.desk"},
        exclude = UserDetailsServiceAutoConfiguration.class)
public class LedgerApplication {}
