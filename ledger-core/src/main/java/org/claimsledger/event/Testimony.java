package org.claimsledger.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * One source's bearing on one claim, as its content stood then.
 *
 * @param attribution who says it: the attestor first, then everyone through whom it came
 * @param locator where in the source, as in {@code paragraph 12}
 * @param credibility of this information, on the Admiralty scale: 1 confirmed to 5 improbable, 6 cannot be judged
 * @param saidOn the date of the attestor's own words, where they are older than the source
 */
public record Testimony(
        SourceId source,
        Stance stance,
        Modality modality,
        List<Attestor> attribution,
        @Nullable Quote quote,
        @Nullable String locator,
        @Nullable Integer credibility,
        @Nullable Edtf saidOn) {

    /** Testimony whose words are as old as its source. */
    public Testimony(
            SourceId source,
            Stance stance,
            Modality modality,
            List<Attestor> attribution,
            @Nullable Quote quote,
            @Nullable String locator,
            @Nullable Integer credibility) {
        this(source, stance, modality, attribution, quote, locator, credibility, null);
    }

    public Testimony {
        attribution = TextRules.entriesAt("/attribution", attribution);
        TextRules.lineAt("/locator", locator, TextRules.SHORT);
        if (credibility != null && (credibility < 1 || credibility > 6)) {
            throw Refused.because(RefusalCode.INVALID_NUMBER, "/credibility", "Credibility is a number from 1 to 6");
        }
    }

    /** The person or body that says it, if one is named. */
    public @Nullable Attestor attestor() {
        return attribution.isEmpty() ? null : attribution.getFirst();
    }

    /** The source itself, and the sources through which it came. */
    public Set<SourceId> sources() {
        Set<SourceId> sources = new LinkedHashSet<>(Set.of(source));
        for (Attestor attestor : attribution) {
            if (attestor instanceof Attestor.BySource by) {
                sources.add(by.source());
            }
        }
        return sources;
    }

    /** The subjects to whom it is attributed. */
    Set<SubjectId> subjects() {
        Set<SubjectId> subjects = new LinkedHashSet<>();
        for (Attestor attestor : attribution) {
            if (attestor instanceof Attestor.BySubject by) {
                subjects.add(by.subject());
            }
        }
        return subjects;
    }

    /** Only how it counts, where its source is hidden; else all of it, with pseudonyms in its attribution. */
    public Testimony redacted(HiddenSources hidden) {
        boolean isHidden = hidden.isHidden(source);
        return new Testimony(
                hidden.shownId(source),
                stance,
                modality,
                isHidden
                        ? List.of()
                        : attribution.stream()
                                .map(attestor -> attestor.redacted(hidden))
                                .toList(),
                isHidden ? null : quote,
                isHidden ? null : locator,
                credibility,
                isHidden ? null : saidOn);
    }

    /** How a source bears on a claim. */
    public enum Stance {
        SUPPORTS,
        /** It says otherwise. */
        DISPUTES,
        /** A party concerned rejects it: unless it is ruled, it is questioned. */
        DENIES,
        MENTIONS
    }

    /** How firmly the source says it, the firmest first. */
    public enum Modality {
        /** The attestor had the power to decide the matter, and decided it. */
        RULED,
        ASSERTED,
        ALLEGED,
        BELIEVED;

        /** Whether it is said as a fact, and not only alleged or believed. */
        public boolean isFirm() {
            return this == RULED || this == ASSERTED;
        }
    }

    /** The passage itself: a TextQuoteSelector of the W3C Web Annotation data model. */
    public record Quote(
            String exact, @Nullable String prefix, @Nullable String suffix) {

        public Quote {
            TextRules.linesAt("/exact", exact, TextRules.NOTE);
            TextRules.linesAt("/prefix", prefix, TextRules.SHORT);
            TextRules.linesAt("/suffix", suffix, TextRules.SHORT);
        }
    }
}
