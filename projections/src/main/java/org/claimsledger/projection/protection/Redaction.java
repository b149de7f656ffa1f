package org.claimsledger.projection.protection;

import java.util.List;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.claim.Claim;
import org.claimsledger.event.Basis;
import org.claimsledger.event.HiddenSources;
import org.claimsledger.event.Notice;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.projection.protection.ClaimRedaction.HiddenOrigins;
import org.claimsledger.source.Pseudonym;
import org.claimsledger.source.Source;
import org.claimsledger.subject.Subject;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * Removes everything that a caller may not see. Of protected sources that is all but their kind, rating and standing:
 * their ids become pseudonyms, and counts stay as they are. What no editor has accepted is hidden as if it had never been
 * filed.
 */
public final class Redaction implements HiddenSources {

    /**
     * Hides nothing, for the ledger's own use; a source counts as protected if it was protected at the position read.
     */
    public static final Redaction NONE = new Redaction(Visibility.FULL, new NoProtectedSources(), position -> "");

    private final Visibility visibility;
    private final ProtectedSourceLookup protectedSources;
    private final ProposalLookup proposals;

    private Redaction(
            Visibility visibility, ProtectedSourceLookup protectedSourceLookup, ProposalLookup proposalLookup) {
        this.visibility = visibility;
        this.protectedSources = protectedSourceLookup;
        this.proposals = proposalLookup;
    }

    /** @param protectedSourceLookup as of now, whatever position is read */
    public static Redaction of(
            Visibility visibility, ProtectedSourceLookup protectedSourceLookup, ProposalLookup proposalLookup) {
        return new Redaction(visibility, protectedSourceLookup, proposalLookup);
    }

    /** Whether any source is hidden from the caller. */
    public boolean hidesSources() {
        return !visibility.full() && !protectedSources.isEmpty();
    }

    /** Whether proposals of others would be hidden from the caller. */
    public boolean hidesProposals() {
        return !visibility.full();
    }

    /**
     * Whether a filing that no editor has accepted is hidden from the caller.
     *
     * @param position at which it was filed
     */
    public boolean hidesProposal(long position) {
        return hidesProposals()
                && (visibility.actor() == null || !visibility.actor().equals(proposals.actorOf(position)));
    }

    /** The source that a caller names by its id or pseudonym; absent where the caller may not know it by that name. */
    public @Nullable SourceId resolve(SourceId named) {
        SourceId source = Pseudonym.registrationPosition(named).isEmpty() ? null : protectedSources.sourceFor(named);
        if (source != null) {
            return source;
        }
        return isHidden(named) ? null : named;
    }

    /** The sources that are hidden from the caller, and were not yet protected as of that position. */
    public List<SourceId> hiddenSince(long position) {
        return hidesSources() ? protectedSources.protectedAfter(position) : List.of();
    }

    /** Whether the source is protected now; false in the ledger's own readings. */
    public boolean isProtected(SourceId source) {
        return !protectedSources.isEmpty() && protectedSources.pseudonymOf(source) != null;
    }

    @Override
    public boolean isHidden(SourceId source) {
        return hidesSources() && protectedSources.pseudonymOf(source) != null;
    }

    @Override
    public SourceId shownId(SourceId source) {
        SourceId pseudonym = hidesSources() ? protectedSources.pseudonymOf(source) : null;
        return pseudonym == null ? source : pseudonym;
    }

    /** The source as the caller may see it; it says whether it is protected now, whatever position is read. */
    public Source source(Source source) {
        return this == NONE
                ? source
                : new Source(
                        shownId(source.id()),
                        source.revision(),
                        details(source.id(), source.details()),
                        source.notices().stream()
                                .map(it -> it.with(notice(source.id(), it.notice())))
                                .toList(),
                        source.standing(),
                        isProtected(source.id()));
    }

    /** @param source the source of the details */
    SourceDetails details(SourceId source, SourceDetails details) {
        return details.redacted(source, this);
    }

    /** @param source the source that the notice is about */
    private Notice notice(SourceId source, Notice notice) {
        return isHidden(source) ? notice.redacted() : notice;
    }

    public Subject subject(Subject subject) {
        return hidesSources()
                ? new Subject(
                        subject.id(),
                        subject.revision(),
                        subject.details(),
                        subject.addedNames().stream()
                                .map(name -> name.redacted(this))
                                .toList(),
                        subject.withdrawnNames(),
                        subject.mergedInto(),
                        subject.absorbed(),
                        subject.comparisons(),
                        subject.isProtected())
                : subject;
    }

    boolean isHidden(@Nullable Basis basis) {
        return basis != null && isHidden(basis.source());
    }

    public Claim claim(Claim claim) {
        return hidesSources() ? claims().claim(claim) : claim;
    }

    /** @param asOf the position at which the state was read */
    public ClaimState state(ClaimState state, long asOf) {
        return hidesSources() ? claims().state(state, asOf) : state;
    }

    /** Whether evidence rests on a hidden source, or a decision is based on one. */
    public boolean restsOnHidden(ClaimState state, long asOf) {
        return hidesSources() && claims().restsOnHidden(state, asOf);
    }

    ClaimRedaction claims() {
        return new ClaimRedaction(this, new HiddenOrigins(this, protectedSources));
    }

    /** No source is protected. */
    private record NoProtectedSources() implements ProtectedSourceLookup {

        @Override
        public boolean isEmpty() {
            return true;
        }

        @Override
        public @Nullable SourceId pseudonymOf(SourceId source) {
            return null;
        }

        @Override
        public @Nullable SourceId sourceFor(SourceId pseudonym) {
            return null;
        }

        @Override
        public List<SourceId> protectedAfter(long position) {
            return List.of();
        }

        @Override
        public List<SourceId> originalsOf(SourceId source, long asOf) {
            return List.of();
        }
    }
}
