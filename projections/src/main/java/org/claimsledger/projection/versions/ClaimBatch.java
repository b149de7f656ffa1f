package org.claimsledger.projection.versions;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.claimsledger.claim.ClaimEvent;
import org.claimsledger.claim.ClaimEvent.ClaimAsserted;
import org.claimsledger.claim.ClaimEvent.ClaimRevised;
import org.claimsledger.claim.Content;
import org.claimsledger.claim.Verdict;
import org.claimsledger.projection.run.Recorded;
import org.claimsledger.projection.table.Always;
import org.claimsledger.projection.table.Rows;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.SourceId;

/**
 * Takes claims through some events in order. A state that begins and ends with them is a row once, with its end; only what
 * earlier events left open has to be ended.
 */
final class ClaimBatch {

    private final long begin;
    private final Map<String, Rectangle> states;
    private final Predicate<String> whose;
    private final Earlier earlier;
    private final Map<Long, Content> contents = new HashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final Map<Long, Long> judgedSince = new HashMap<>();
    private final ClaimRows rows;
    private final ClaimEnds ends = new ClaimEnds();

    /** What claims said before. */
    @FunctionalInterface
    interface Earlier {

        /** The content that was brought by the event at {@code position} of the claim {@code claimNo}. */
        Content content(long claimNo, long position) throws SQLException;
    }

    /**
     * @param begin the position of the first event
     * @param before the states of the claims that the events touch and do not assert
     * @param whose which claims are taken through them
     */
    ClaimBatch(long begin, Map<String, Rectangle> before, Earlier earlier, Predicate<String> whose, Rows rows) {
        this.begin = begin;
        this.states = before;
        this.earlier = earlier;
        this.whose = whose;
        this.rows = new ClaimRows(rows);
    }

    void apply(Recorded recorded) throws SQLException {
        ClaimEvent event = (ClaimEvent) recorded.event();
        long position = recorded.position();
        Set<SourceId> sources = Named.sources(event);
        boolean saysAnotherThing = false;
        if (event instanceof ClaimRevised revised) {
            saysAnotherThing = whose.test(revised.claim().value()) && revise(revised, position);
        } else if (whose.test(event.claim().value())) {
            rows.text(position, recorded.payload());
        }
        for (ClaimId claim : Named.claims(event)) {
            if (!whose.test(claim.value())) {
                continue;
            }
            Rectangle now = step(claim, position, event, saysAnotherThing);
            for (SourceId source : sources) {
                rows.cited(source, now.claimNo(), position);
            }
        }
    }

    /**
     * Adds the rows that are still open.
     *
     * @return what has to be ended
     */
    ClaimEnds finish() {
        for (String claim : touched) {
            Rectangle last = stateOf(claim);
            rows.rectangle(last, Always.OPEN);
            Verdict verdict = last.verdict();
            Long since = judgedSince.get(last.claimNo());
            if (verdict != null && since != null) {
                rows.verdict(verdict, last.claimNo(), since, Always.OPEN);
            }
        }
        return ends;
    }

    Map<String, Rectangle> states() {
        return states;
    }

    private Rectangle step(ClaimId claim, long position, ClaimEvent event, boolean saysAnotherThing) {
        Rectangle now;
        if (event instanceof ClaimAsserted asserted) {
            now = Rectangle.ofAssertion(position);
            rows.claim(position, claim, asserted.content());
            contents.put(position, asserted.content());
        } else {
            Rectangle before = stateOf(claim.value());
            now = before.after(position, event, saysAnotherThing);
            end(before, now);
        }
        states.put(claim.value(), now);
        touched.add(claim.value());
        return now;
    }

    private void end(Rectangle before, Rectangle now) {
        if (before.from() < begin) {
            ends.rectangle(before.claimNo(), now.from());
        } else {
            rows.rectangle(before, now.from());
        }
        if (before.verdict() != now.verdict()) {
            endVerdict(before, now.from());
            if (now.verdict() != null) {
                judgedSince.put(now.claimNo(), now.from());
            }
        }
    }

    private void endVerdict(Rectangle before, long to) {
        Verdict verdict = before.verdict();
        Long since = judgedSince.remove(before.claimNo());
        if (verdict != null && since != null) {
            rows.verdict(verdict, before.claimNo(), since, to);
        } else if (verdict != null) {
            ends.verdict(verdict, before.claimNo(), to);
        }
    }

    private boolean revise(ClaimRevised revised, long position) throws SQLException {
        Rectangle rectangle = stateOf(revised.claim().value());
        long at = rectangle.parts().content();
        Content before = contents.get(at);
        if (before == null) {
            before = earlier.content(rectangle.claimNo(), at);
        }
        Content after = revised.changes().applyTo(before);
        contents.put(position, after);
        rows.text(position, Texts.write(after));
        return !after.value().equals(before.value()) || !after.qualifiers().equals(before.qualifiers());
    }

    private Rectangle stateOf(String claim) {
        Rectangle state = states.get(claim);
        if (state == null) {
            throw new IllegalStateException("an event of a claim that was never asserted: " + claim);
        }
        return state;
    }
}
