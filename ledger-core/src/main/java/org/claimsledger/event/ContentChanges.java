package org.claimsledger.event;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a revision: a given field gets the new content, a cleared field becomes absent (as do
 * qualifiers that are given empty), and all others stay.
 */
public record ContentChanges(
        @Nullable Value value,
        @Nullable SortedMap<QualifierKey, Qualifier> qualifiers,
        @Nullable Edtf valid,
        @Nullable String validAsStated,
        @Nullable String statement,
        @Nullable Finality finality,
        List<String> cleared) {

    /** Changes that leave it open whether the claim tells of something final. */
    public ContentChanges(
            @Nullable Value value,
            @Nullable SortedMap<QualifierKey, Qualifier> qualifiers,
            @Nullable Edtf valid,
            @Nullable String validAsStated,
            @Nullable String statement,
            List<String> cleared) {
        this(value, qualifiers, valid, validAsStated, statement, null, cleared);
    }

    public ContentChanges {
        qualifiers = qualifiers == null ? null : TextRules.sortedAt("/qualifiers", qualifiers);
        TextRules.lineAt("/validAsStated", validAsStated, TextRules.SHORT);
        TextRules.linesAt("/statement", statement, TextRules.STATEMENT);
        cleared = TextRules.entriesAt("/cleared", cleared);
        if (qualifiers != null && qualifiers.isEmpty()) {
            qualifiers = null;
            cleared = Stream.concat(cleared.stream(), Stream.of("qualifiers"))
                    .distinct()
                    .toList();
        }
        if (cleared.contains("value")) {
            throw Refused.because(
                    RefusalCode.FIELD_MISSING, "/value", "A claim always has a value; there is none, or unknown");
        }
    }

    /** The end of the valid time, and nothing else. */
    public static ContentChanges ofValidTime(Edtf valid) {
        return new ContentChanges(null, null, valid, null, null, List.of());
    }

    public ClaimContent applyTo(ClaimContent before) {
        return new ClaimContent(
                before.subject(),
                before.predicate(),
                value == null ? before.value() : value,
                cleared.contains("qualifiers")
                        ? new TreeMap<>()
                        : qualifiers == null ? before.qualifiers() : qualifiers,
                changed("valid", before.valid(), valid),
                changed("validAsStated", before.validAsStated(), validAsStated),
                changed("statement", before.statement(), statement),
                changed("finality", before.finality(), finality));
    }

    /**
     * This change, in which the sentence goes with the value that it tells: where the value changes, and the sentence is not
     * given again or anew, it is cleared.
     */
    public ContentChanges clearingOutdatedStatement(ClaimContent before) {
        boolean outdated = value != null && !value.equals(before.value()) && statement == null;
        return !outdated || cleared.contains("statement")
                ? this
                : new ContentChanges(
                        value,
                        qualifiers,
                        valid,
                        validAsStated,
                        null,
                        finality,
                        Stream.concat(cleared.stream(), Stream.of("statement")).toList());
    }

    /** This change without repeated content, and without the clearing of absent fields. */
    public ContentChanges withoutRepetitions(ClaimContent before) {
        ClaimContent after = applyTo(before);
        return new ContentChanges(
                ifNew(before.value(), after.value()),
                after.qualifiers().isEmpty() ? null : ifNew(before.qualifiers(), after.qualifiers()),
                ifNew(before.valid(), after.valid()),
                ifNew(before.validAsStated(), after.validAsStated()),
                ifNew(before.statement(), after.statement()),
                ifNew(before.finality(), after.finality()),
                cleared.stream().filter(field -> clears(field, before)).toList());
    }

    private static boolean clears(String field, ClaimContent before) {
        return !new ContentChanges(null, null, null, null, null, List.of(field))
                .applyTo(before)
                .equals(before);
    }

    /** Whether it says something else of the subject, and not merely when, or in which words. */
    public boolean touchesValueOrQualifiers() {
        return value != null || qualifiers != null || cleared.contains("qualifiers");
    }

    public boolean touchesTime() {
        return valid != null || validAsStated != null || cleared.contains("valid") || cleared.contains("validAsStated");
    }

    public boolean touchesFinality() {
        return finality != null || cleared.contains("finality");
    }

    /** The subjects that a new value and new qualifiers name. */
    Set<SubjectId> namedSubjects() {
        return ClaimContent.namedSubjects(value, qualifiers);
    }

    private <T> @Nullable T changed(String field, @Nullable T before, @Nullable T after) {
        if (cleared.contains(field)) {
            return null;
        }
        return after == null ? before : after;
    }

    private static <T> @Nullable T ifNew(@Nullable T before, @Nullable T after) {
        return Objects.equals(before, after) ? null : after;
    }

    /** Why a claim's content changed: it was wrong from the start, the world changed, or the same is said better. */
    public enum RevisionKind {
        CORRECTION,
        UPDATE,
        CLARIFICATION
    }
}
