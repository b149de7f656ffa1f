package org.claimsledger.bestknown;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.claimsledger.bestknown.CompetingClaim.Annulment;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.InForce;
import org.jspecify.annotations.Nullable;

/** Whether what a claim tells of was in force in the world on one day. */
record ForceOnDay(Tense tense, LocalDate day) {

    InForce of(CompetingClaim claim, Support support) {
        return annulment(claim) == null ? alone(claim.valid(), support) : InForce.NO;
    }

    /** What a valid time and the support for it say, where nothing is annulled. */
    InForce alone(@Nullable Edtf valid, Support support) {
        return switch (tense) {
            case HOLDS -> InForce.on(day, valid, lastReported(support));
            case HAPPENS -> InForce.sinceItHappened(day, valid, firstAsserted(support));
        };
    }

    /** What annulled it by the day; absent where nothing did. */
    @Nullable
    Annulment annulment(CompetingClaim claim) {
        for (Annulment each : claim.annulments()) {
            if (each.hasHappenedBy(day)) {
                return each;
            }
        }
        return null;
    }

    /** The last day on which a source that supports it says so; absent where nothing limits it. */
    static @Nullable LocalDate lastReported(Support support) {
        return support.statements().stream()
                .map(it -> it.date().last())
                .max(Instant::compareTo)
                .map(ForceOnDay::day)
                .orElse(null);
    }

    /** The day on which it was first asserted; absent where it never was. */
    static @Nullable LocalDate firstAsserted(Support support) {
        return support.statements().stream()
                .filter(it -> it.grade() != Grade.ALLEGED)
                .map(it -> day(it.date().last()))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** The last possible day of a date, and of the beginning of an interval; absent where nothing limits it. */
    static @Nullable LocalDate takesEffect(Edtf valid) {
        Bound bound = valid.isInterval() ? valid.start() : valid.end();
        return bound instanceof Bound.Between between ? between.latestDay() : null;
    }

    /** The day of an instant in UTC; the ends of time are the last days that there are. */
    static LocalDate day(Instant instant) {
        if (instant.equals(Instant.MAX)) {
            return LocalDate.MAX;
        }
        return instant.equals(Instant.MIN) ? LocalDate.MIN : LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
