package org.claimsledger.projection.preview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.bestknown.ClaimHistory;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.Recollection;
import org.claimsledger.ledger.Preview;
import org.claimsledger.projection.audit.Change;
import org.claimsledger.projection.audit.ClaimDiff;
import org.claimsledger.projection.preview.WouldChange.OfClaim;
import org.claimsledger.projection.sight.Veil;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.projection.versions.Remembered;
import org.claimsledger.store.EventLog;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.LedgerEvent;
import org.jspecify.annotations.Nullable;

/** Works out what a decision would change: every claim that it touches is folded without its events and with them. */
public final class Previews {

    /** The most claims that are listed. */
    public static final int LISTED = 500;
    /** The most claims that are looked at. */
    public static final int LOOKED_AT = 10_000;

    private final Claims claims;
    private final EventLog log;
    private final Veil veil;

    public Previews(Claims claims, EventLog log) {
        this(claims, log, Veil.NONE);
    }

    private Previews(Claims claims, EventLog log, Veil veil) {
        this.claims = claims;
        this.log = log;
        this.veil = veil;
    }

    /**
     * The same for somebody who may not see everything: what comes of protected sources is left out, and with it all
     * questions. Else whoever tries one decision after the other, and records none, could find out who stands behind them.
     */
    public Previews seenThrough(Veil other) {
        return new Previews(claims, log, other);
    }

    /**
     * @param preview decided on no more than what all tables have applied
     * @param at when it would be recorded
     */
    public WouldChange of(Preview preview, Instant at) {
        Remembered now = new Remembered(log, preview.position());
        Remembered then = new Remembered(log, preview.position());
        Set<ClaimId> touched = new LinkedHashSet<>();
        long position = preview.position();
        for (LedgerEvent event : preview.events()) {
            touched.addAll(then.touchedBy(event));
            position++;
            then.learn(position, at, event);
        }
        List<OfClaim> changed = new ArrayList<>();
        touched.stream().limit(LOOKED_AT).forEach(claim -> {
            OfClaim change = change(claim, now, then);
            if (change != null) {
                changed.add(change);
            }
        });
        changed.sort(Comparator.comparingLong(it -> it.after().position()));
        boolean hides = changed.removeIf(it -> touchesWhatIsHidden(it, preview.position()));
        List<OfClaim> listed = changed.stream().limit(LISTED).toList();
        Questions questions = new Questions(claims, now, then, preview.position(), today(at));
        boolean readAll = questions.readAllOf(listed) && !hides;
        return new WouldChange(
                preview.events().size(),
                preview.position(),
                (int) changed.stream().filter(it -> !it.changes().isEmpty()).count(),
                readAll && touched.size() <= LOOKED_AT,
                listed.stream().filter(it -> !it.changes().isEmpty()).toList(),
                hides ? List.of() : questions.changed());
    }

    private boolean touchesWhatIsHidden(OfClaim change, long position) {
        ClaimState before = change.before();
        return before != null && veil.touches(before, position) || veil.touches(change.after(), position);
    }

    private static LocalDate today(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** A claim that a merge only brings under another question has no changes of its own. */
    private static @Nullable OfClaim change(ClaimId claim, Recollection now, Recollection then) {
        ClaimState before = state(claim, now);
        ClaimState after = state(claim, then);
        if (after == null) {
            return null;
        }
        List<Change> changes = ClaimDiff.between(before, after);
        boolean moved = !now.keptFor(after.claim().content().subject())
                .equals(then.keptFor(after.claim().content().subject()));
        return changes.isEmpty() && !moved && after.equals(before) ? null : new OfClaim(claim, before, after, changes);
    }

    static @Nullable ClaimState state(ClaimId claim, Recollection known) {
        ClaimHistory history = known.history(claim);
        return history == null ? null : history.latest();
    }
}
