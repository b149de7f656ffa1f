package org.claimsledger.api;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The ledger as a web application. */
@SpringBootApplication
public class LedgerApplication {}
