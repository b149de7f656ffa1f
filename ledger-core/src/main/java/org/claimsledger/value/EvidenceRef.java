package org.claimsledger.value;

/** One piece of evidence in the whole ledger: evidence ids are unique within their claim only. */
public record EvidenceRef(ClaimId claim, EvidenceId evidence) {}
