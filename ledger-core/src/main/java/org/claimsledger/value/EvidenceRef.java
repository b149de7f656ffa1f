package org.claimsledger.value;

/** Names a piece of evidence across the ledger: evidence ids are unique within their claim only. */
public record EvidenceRef(ClaimId claim, EvidenceId evidence) {}
