package org.claimsledger.api;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The ledger as a web application. */
@SpringBootApplication(scanBasePackages = {"org.claimsledger.api", "org.claimsledger.desk"})
public class LedgerApplication {}
