package org.claimsledger.projection.claims;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.claimsledger.bestknown.CompetingClaim;
import org.claimsledger.bestknown.Statement;
import org.claimsledger.projection.protection.Redaction;
import org.claimsledger.projection.table.TableSnapshots;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Reads claims for the policy, many at a time, in the order in which they were asserted: first their keys, then those
 * that are present at a viewpoint.
 */
public final class AnswerCandidates {

    /**
     * The part of a claim that never changes.
     *
     * @param claimNo the position at which it was asserted; lists are in this order
     * @param subject the subject that it was filed under, whatever was merged later
     */
    public record ClaimKey(long claimNo, ClaimId id, SubjectId subject, PredicateKey predicate) {}

    /** The number of claims for which another thread pays. */
    private static final int WORTH_SHARING = 4_000;

    private final TableSnapshots snapshots;
    private final Redaction redaction;

    public AnswerCandidates(TableSnapshots tableSnapshots, Redaction redaction) {
        this.snapshots = tableSnapshots;
        this.redaction = redaction;
    }

    /** The numbers of the claims whose report dates are secret as of the position. */
    public Set<Long> datedByProtectedSources(long asOf) {
        return snapshots.at(asOf, tableSession -> ClaimsDatedByProtectedSources.asOf(asOf, redaction, tableSession)
                .claims());
    }

    /**
     * The first claims that were filed after {@code after}, at most {@code count}.
     *
     * @param subjects claims about any of these; empty for all
     */
    public List<ClaimKey> claimKeys(
            Set<SubjectId> subjects, @Nullable PredicateKey predicate, long asOf, long after, int count) {
        return snapshots.at(
                asOf, tableSession -> ClaimScan.keys(tableSession, subjects, predicate, asOf, after, count));
    }

    /**
     * All claims about any of these subjects with the predicate, except those after {@code after} up to {@code upTo}.
     */
    public List<ClaimKey> otherClaimKeys(
            Set<SubjectId> subjects, PredicateKey predicate, long asOf, long after, long upTo) {
        return snapshots.at(asOf, tableSession -> {
            List<ClaimKey> claimKeys = new ArrayList<>();
            for (SubjectId subject : subjects) {
                claimKeys.addAll(ClaimScan.readKeys(tableSession.prepare(
                        ClaimScan.KEYS + """
                            where subject = ? and predicate = ? and claim_no <= ? and (claim_no <= ? or claim_no > ?)
                            order by subject, claim_no
                            """, subject.value(), predicate.value(), asOf, after, upTo)));
            }
            claimKeys.sort(Comparator.comparingLong(ClaimKey::claimNo));
            return claimKeys;
        });
    }

    /** The claims that were ever filed with one of these as their value, by that. */
    public Map<ClaimId, List<ClaimKey>> claimsWithValue(Collection<ClaimId> values, long asOf) {
        return snapshots.at(asOf, tableSession -> ClaimScan.claimsWithValue(tableSession, values, asOf));
    }

    /** A claim by its id; empty where it was not recorded by then. */
    public Optional<ClaimKey> key(ClaimId claim, long asOf) {
        return snapshots.at(asOf, tableSession -> {
            List<ClaimKey> keys = ClaimScan.readKeys(
                    tableSession.prepare(ClaimScan.KEYS + "where id = ? and claim_no <= ?", claim.value(), asOf));
            return keys.stream().findFirst();
        });
    }

    /** Whether a protected source that the caller may not know bears on what is said. */
    public boolean isHidden(Statement statement) {
        return statement.attestation().isProtected() && redaction.hidesSources();
    }

    /**
     * The accepted ones among the claims that are present at the viewpoint.
     *
     * @param claims in order
     */
    public List<CompetingClaim> present(List<ClaimKey> claims, BitemporalPoint bitemporalPoint) {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), Math.max(1, claims.size() / WORTH_SHARING));
        ClaimsDatedByProtectedSources excluded = snapshots.at(
                bitemporalPoint.asOf(),
                tableSession -> ClaimsDatedByProtectedSources.excludedAt(bitemporalPoint, redaction, tableSession));
        int share = (claims.size() + threads - 1) / threads;
        return IntStream.range(0, threads)
                .parallel()
                .mapToObj(i ->
                        claims.subList(Math.min(i * share, claims.size()), Math.min((i + 1) * share, claims.size())))
                .map(part -> snapshots.at(
                        bitemporalPoint.asOf(),
                        tableSession -> new AnswerCandidateReader(tableSession, bitemporalPoint, excluded).read(part)))
                .flatMap(List::stream)
                .toList();
    }
}
