package org.claimsledger.projection.audit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.SpeaksFor;
import org.claimsledger.bestknown.Weight;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Claim.Attached;
import org.claimsledger.claim.ClaimEvent.ClaimRetracted;
import org.claimsledger.claim.Content;
import org.claimsledger.claim.Rank;
import org.claimsledger.claim.Review;
import org.claimsledger.value.EvidenceId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is different between two states of a claim, field by field. */
public final class ClaimDiff {

    private ClaimDiff() {}

    /** The same with what follows from the evidence: how the claim stands, and which of it is live. */
    public static List<Change> between(@Nullable ClaimState before, ClaimState after) {
        Differences differences = new Differences();
        claim(differences, before == null ? null : before.claim(), after.claim());
        differences.field("/status", before == null ? null : before.status(), after.status());
        differences.fields("/origins", before == null ? null : Counts.of(before.weight()), Counts.of(after.weight()));
        Map<EvidenceId, Live> ours = before == null ? Map.of() : Live.of(before);
        Map<EvidenceId, Live> theirs = Live.of(after);
        Set<EvidenceId> ids = new LinkedHashSet<>(ours.keySet());
        ids.addAll(theirs.keySet());
        for (EvidenceId id : ids) {
            differences.fields("/evidence/" + id, ours.get(id), theirs.get(id));
        }
        return differences.changes();
    }

    private record Counts(int supporting, int disputing) {

        static Counts of(Weight weight) {
            return new Counts(weight.supporting(), weight.disputing());
        }
    }

    private record Live(boolean live, SpeaksFor speaksFor, String origin) {

        static Map<EvidenceId, Live> of(ClaimState state) {
            Map<EvidenceId, Live> all = new LinkedHashMap<>();
            for (EvidenceState it : state.evidence()) {
                all.put(it.id(), new Live(it.live(), it.speaksFor(), it.origin().name()));
            }
            return all;
        }
    }

    /** The differences in the order of the fields; with nothing before, all fields that say something. */
    public static List<Change> between(@Nullable Claim before, Claim after) {
        Differences differences = new Differences();
        claim(differences, before, after);
        return differences.changes();
    }

    private static void claim(Differences differences, @Nullable Claim before, Claim after) {
        content(differences, before == null ? null : before.content(), after.content());
        differences.field("/review", before == null ? null : state(before.review()), state(after.review()));
        differences.field("/rank", before == null ? null : before.rank(), rank(before, after));
        differences.field("/verdict", before == null ? null : before.verdict(), after.verdict());
        differences.field("/retraction", before == null ? null : retraction(before), retraction(after));
        evidence(differences, before == null ? Map.of() : before.evidence(), after.evidence());
        differences.entries("/relations", before == null ? List.of() : before.relations(), after.relations());
    }

    private static void content(Differences differences, @Nullable Content before, Content after) {
        differences.field("/subject", before == null ? null : before.subject(), after.subject());
        differences.field("/predicate", before == null ? null : before.predicate(), after.predicate());
        differences.field("/value", before == null ? null : before.value(), after.value());
        differences.fields("/qualifiers", before == null ? null : before.qualifiers(), after.qualifiers());
        differences.field("/valid", before == null ? null : before.valid(), after.valid());
        differences.field("/validAsStated", before == null ? null : before.validAsStated(), after.validAsStated());
        differences.field("/statement", before == null ? null : before.statement(), after.statement());
    }

    private static void evidence(
            Differences differences, Map<EvidenceId, Attached> before, Map<EvidenceId, Attached> after) {
        Set<EvidenceId> ids = new LinkedHashSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (EvidenceId id : ids) {
            Attached ours = before.get(id);
            Attached theirs = after.get(id);
            String path = "/evidence/" + id;
            differences.field(path, ours == null ? null : ours.testimony(), theirs == null ? null : theirs.testimony());
            if (theirs != null) {
                differences.field(
                        path + "/withdrawn", ours != null && ours.withdrawal() != null, theirs.withdrawal() != null);
                differences.field(path + "/review", ours == null ? null : state(ours.review()), state(theirs.review()));
            }
        }
    }

    private static Review.@Nullable State state(@Nullable Review review) {
        return review == null ? null : review.state();
    }

    /** That a claim begins as normal goes without saying. */
    private static @Nullable Rank rank(@Nullable Claim before, Claim after) {
        return before == null && after.rank() == Rank.NORMAL ? null : after.rank();
    }

    private static @Nullable JsonNode retraction(Claim claim) {
        ClaimRetracted retraction = claim.retraction();
        return retraction == null ? null : Differences.without("claim", retraction);
    }
}
