package org.claimsledger.oracle.policy2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the oracle judges: the claims that one subject has under one predicate, and all that they rest on, as the folds
 * of the clocks leave them at the viewpoint. Claims and evidence that the viewpoint does not see are left out by the
 * oracle itself.
 */
public record Given(
        View view, Vocabulary predicate, Subjects subjects, Map<String, Source> sources, List<Claim> claims) {

    /**
     * From where it is read.
     *
     * @param position the last position that had been recorded
     * @param publishedBy what had been published; null for no matter when
     * @param validOn the day of the world that is asked about; null for none
     * @param today the day on which the reader asks, in UTC
     */
    public record View(
            long position,
            @Nullable Instant publishedBy,
            @Nullable LocalDate validOn,
            LocalDate today) {

        LocalDate day() {
            return validOn == null ? today : validOn;
        }

        boolean sees(Instant reported) {
            return publishedBy == null || !reported.isAfter(publishedBy);
        }
    }

    public enum Cardinality {
        ONE,
        ONE_PER,
        MANY
    }

    /**
     * The predicate.
     *
     * @param holds whether it holds for a time; else it happens, once and for ever
     * @param per the qualifiers that the cardinality names
     * @param unit what bare numbers are counted in; null for nothing
     * @param cumulative whether its figures count what only grows
     * @param measured whether its figures are rounded to the digits that are written
     * @param broader the terms right above each term
     */
    public record Vocabulary(
            boolean holds,
            Cardinality cardinality,
            List<String> per,
            @Nullable Unit unit,
            boolean cumulative,
            boolean measured,
            Map<String, Set<String>> broader) {}

    /**
     * Who is who.
     *
     * @param keptAs the id that a subject is read under, after merges
     * @param named the one subject (kept id) that has a text among its names; empty for none and for several
     * @param known whether a text is the id of a registered subject
     */
    public record Subjects(
            UnaryOperator<String> keptAs,
            Function<String, Optional<String>> named,
            java.util.function.Predicate<String> known) {}

    /** Somebody or something, as the desk wrote it: an attestor, a publisher, a qualifier. */
    public sealed interface Who {

        /** A subject; one that is not identified is an anonymous attestor. */
        record OfSubject(String id, boolean identified) implements Who {}

        /** A text, marked where it names nobody ("a person familiar with the matter"). */
        record OfText(String text, boolean anonymous) implements Who {}

        /** A source, as an attestor. */
        record OfSource(String id) implements Who {}
    }

    public enum Dependence {
        REPUBLISHES,
        REPEATS,
        DERIVES_FROM,
        CITES;

        boolean isEcho() {
            return this == REPUBLISHES || this == REPEATS;
        }
    }

    /** How a source depends on another one, or on an outlet that is only named. */
    public record Lineage(
            Dependence dependence,
            @Nullable String source,
            @Nullable String outlet) {}

    /**
     * A source.
     *
     * @param publisher a subject or a text; null for unknown
     * @param registered when the desk filed it
     * @param reliability A to F; null where it is not rated
     * @param stands whether its publisher stands by it, at the viewpoint
     * @param underNotice whether a notice of concern or correction stands against it
     * @param touched the evidence (see {@link Evidence#ref}) that the notice names; empty for all of it
     */
    public record Source(
            String id,
            @Nullable Who publisher,
            @Nullable Edtf published,
            @Nullable Instant retrieved,
            Instant registered,
            @Nullable String contentSha256,
            @Nullable Character reliability,
            boolean isProtected,
            List<Lineage> lineage,
            boolean stands,
            boolean underNotice,
            Set<String> touched) {}

    public enum Stance {
        SUPPORTS,
        DISPUTES,
        DENIES,
        MENTIONS
    }

    public enum Modality {
        RULED,
        ASSERTED,
        ALLEGED,
        BELIEVED
    }

    /**
     * A piece of evidence.
     *
     * @param attribution the chain, the attestor first
     * @param saidOn the date of the attestor's own words
     * @param credibility 1 to 6; null where it is not rated
     * @param live whether it is reported, accepted, not withdrawn, and all that it rests on stands
     * @param value what it speaks for, which is not always what its claim says now
     */
    public record Evidence(
            String id,
            String claim,
            long position,
            String source,
            Stance stance,
            Modality modality,
            List<Who> attribution,
            @Nullable Edtf saidOn,
            @Nullable Integer credibility,
            boolean live,
            boolean withdrawn,
            boolean accepted,
            Value value,
            Instant reported) {

        String ref() {
            return claim + "#" + id;
        }

        Evidence at(long other) {
            return new Evidence(
                    id,
                    claim,
                    other,
                    source,
                    stance,
                    modality,
                    attribution,
                    saidOn,
                    credibility,
                    live,
                    withdrawn,
                    accepted,
                    value,
                    reported);
        }
    }

    public enum Review {
        ACCEPTED,
        PROPOSED,
        REFUSED
    }

    public enum Rank {
        PREFERRED,
        NORMAL,
        DEPRECATED
    }

    public enum Verdict {
        VERIFIED,
        FALSE,
        OTHER
    }

    /** A rank with the position at which it was recorded; normal at 0 where nobody ranked the claim. */
    public record Ranked(Rank rank, long position) {}

    /** A verdict with the position at which it was recorded. */
    public record Assessed(Verdict verdict, long position) {}

    public enum Link {
        SUPERSEDES,
        SAME_AS,
        CONTRADICTS,
        ANNULS
    }

    /** What the desk recorded of a claim and another one: that this one supersedes, annuls, … the other. */
    public record Relation(Link link, String other, long position) {}

    /** Another claim by which a party says that this one is false, as in "denies: claim-x"; only while that one counts. */
    public record DeniedByClaim(String party, String claim) {}

    /**
     * A claim on another question that annuls this one, and can answer its own.
     *
     * @param firstAsserted the day of its first asserted support, for one without a valid time
     */
    public record Annulment(
            String claim, @Nullable Edtf valid, @Nullable LocalDate firstAsserted) {}

    /**
     * A claim.
     *
     * @param retracted the reasons; null where the claim is not retracted
     * @param finality of a ruling, passed on to readers
     */
    public record Claim(
            String id,
            long position,
            Value value,
            Map<String, Who> qualifiers,
            @Nullable Edtf valid,
            @Nullable String finality,
            Review review,
            @Nullable Set<String> retracted,
            Ranked ranked,
            @Nullable Assessed assessed,
            List<Relation> relations,
            List<DeniedByClaim> deniedBy,
            List<Annulment> annulledBy,
            List<Evidence> evidence) {

        boolean isDeprecated() {
            return ranked.rank() == Rank.DEPRECATED;
        }

        boolean isFoundFalse() {
            return assessed != null && assessed.verdict() == Verdict.FALSE;
        }

        boolean isVerified() {
            return assessed != null && assessed.verdict() == Verdict.VERIFIED;
        }

        Claim with(List<Evidence> others) {
            return with(position, others);
        }

        Claim with(long otherPosition, List<Evidence> others) {
            return new Claim(
                    id,
                    otherPosition,
                    value,
                    qualifiers,
                    valid,
                    finality,
                    review,
                    retracted,
                    ranked,
                    assessed,
                    relations,
                    deniedBy,
                    annulledBy,
                    List.copyOf(others));
        }

        Claim and(Evidence another) {
            List<Evidence> more = new ArrayList<>(evidence);
            more.add(another);
            return with(more);
        }
    }
}
