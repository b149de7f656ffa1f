package org.claimsledger.projection.versions;

import java.util.ArrayList;
import java.util.List;

/**
 * What one state of a claim is made of: the positions of the events whose texts it shows. The texts themselves are stored
 * once, whatever the number of states.
 *
 * @param content what brought the present content: the assertion or a revision
 * @param evidence the assertion and every attachment, in order
 * @param withdrawals in order
 * @param retraction 0 where none stands
 * @param ranked 0 where there is none
 * @param assessed 0 where there is none
 * @param relations in order
 */
record Parts(
        long content,
        List<Long> evidence,
        List<Long> withdrawals,
        long retraction,
        long ranked,
        long assessed,
        List<Long> relations) {

    static Parts ofAssertion(long position) {
        return new Parts(position, List.of(position), List.of(), 0, 0, 0, List.of());
    }

    Parts withEvidence(long position) {
        return new Parts(content, and(evidence, position), withdrawals, retraction, ranked, assessed, relations);
    }

    Parts withWithdrawal(long position) {
        return new Parts(content, evidence, and(withdrawals, position), retraction, ranked, assessed, relations);
    }

    /** @param saysAnotherThing whether the value or a qualifier changed, which clears rank and verdict */
    Parts withContent(long position, boolean saysAnotherThing) {
        return new Parts(
                position,
                evidence,
                withdrawals,
                retraction,
                saysAnotherThing ? 0 : ranked,
                saysAnotherThing ? 0 : assessed,
                relations);
    }

    Parts withRetraction(long position) {
        return new Parts(content, evidence, withdrawals, position, ranked, assessed, relations);
    }

    Parts withRank(long position) {
        return new Parts(content, evidence, withdrawals, retraction, position, assessed, relations);
    }

    Parts withAssessment(long position) {
        return new Parts(content, evidence, withdrawals, retraction, ranked, position, relations);
    }

    Parts withRelation(long position) {
        return new Parts(content, evidence, withdrawals, retraction, ranked, assessed, and(relations, position));
    }

    private static List<Long> and(List<Long> positions, long position) {
        List<Long> more = new ArrayList<>(positions.size() + 1);
        more.addAll(positions);
        more.add(position);
        return List.copyOf(more);
    }

    /** As a column: few bytes, since positions are told by their distance from the one before. */
    byte[] bytes() {
        Distances out = new Distances();
        out.write(content);
        out.write(retraction);
        out.write(ranked);
        out.write(assessed);
        out.write(evidence);
        out.write(withdrawals);
        out.write(relations);
        return out.bytes();
    }

    static Parts read(byte[] bytes) {
        Distances in = new Distances(bytes);
        long content = in.read();
        long retraction = in.read();
        long ranked = in.read();
        long assessed = in.read();
        List<Long> evidence = in.readList();
        List<Long> withdrawals = in.readList();
        List<Long> relations = in.readList();
        return new Parts(content, evidence, withdrawals, retraction, ranked, assessed, relations);
    }
}
