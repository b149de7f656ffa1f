package org.claimsledger.projection.protection;

import java.util.List;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.claim.Claim;
import org.claimsledger.event.Basis;
import org.claimsledger.event.HiddenSources;
import org.claimsledger.event.Notice;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.source.Pseudonym;
import org.claimsledger.source.Source;
import org.claimsledger.subject.Subject;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of whatever is read what a caller may not see of protected sources: everything but their kind, their rating and
 * their standing. Ids become stand-ins; what is counted stays as it was counted.
 */
public final class Redaction implements HiddenSources {

    /** For the ledger's own use: all that there is, by its own names. */
    public static final Redaction NONE = new Redaction(Visibility.FULL, new NoProtectedSources());

    private final Visibility visibility;
    private final ProtectedSourceLookup protectedSources;

    private Redaction(Visibility visibility, ProtectedSourceLookup protectedSourceLookup) {
        this.visibility = visibility;
        this.protectedSources = protectedSourceLookup;
    }

    /** @param protections as they are now, whatever date is read */
    public static Redaction of(Visibility visibility, ProtectedSourceLookup protectedSourceLookup) {
        return new Redaction(visibility, protectedSourceLookup);
    }

    /** Whether it hides anything from anybody. */
    public boolean hidesAnything() {
        return visibility == Visibility.REDACTED && !protectedSources.isEmpty();
    }

    /** The source that a caller means by this name; absent where it is not one that they may know. */
    public @Nullable SourceId resolve(SourceId named) {
        SourceId behind = Pseudonym.registrationPosition(named).isEmpty() ? null : protectedSources.sourceFor(named);
        if (behind != null) {
            return behind;
        }
        return isHidden(named) ? null : named;
    }

    /** The sources that are kept from this caller, and that everybody could still know as of that position. */
    public List<SourceId> hiddenSince(long position) {
        return hidesAnything() ? protectedSources.protectedAfter(position) : List.of();
    }

    /** Whether the source is protected now; of the ledger's own readings none is. */
    public boolean isProtected(SourceId source) {
        return !protectedSources.isEmpty() && protectedSources.pseudonymOf(source) != null;
    }

    @Override
    public boolean isHidden(SourceId source) {
        return hidesAnything() && protectedSources.pseudonymOf(source) != null;
    }

    @Override
    public SourceId shownId(SourceId source) {
        SourceId standIn = hidesAnything() ? protectedSources.pseudonymOf(source) : null;
        return standIn == null ? source : standIn;
    }

    /** It says whether it is protected now, whatever date it was read at. */
    public Source source(Source source) {
        return this == NONE
                ? source
                : new Source(
                        shownId(source.id()),
                        source.revision(),
                        details(source.id(), source.details()),
                        source.standing(),
                        isProtected(source.id()));
    }

    /** @param source whose they are */
    SourceDetails details(SourceId source, SourceDetails details) {
        return details.redacted(source, this);
    }

    /** @param source whose publisher gave it */
    public Notice notice(SourceId source, Notice notice) {
        return isHidden(source) ? notice.redacted() : notice;
    }

    public Subject subject(Subject subject) {
        return hidesAnything()
                ? new Subject(
                        subject.id(),
                        subject.revision(),
                        subject.details(),
                        subject.addedNames().stream()
                                .map(name -> name.redacted(this))
                                .toList(),
                        subject.mergedInto(),
                        subject.absorbed(),
                        subject.comparisons())
                : subject;
    }

    boolean isHidden(@Nullable Basis basis) {
        return basis != null && isHidden(basis.source());
    }

    public Claim claim(Claim claim) {
        return hidesAnything() ? claims().claim(claim) : claim;
    }

    /** @param asOf the position that it was read at */
    public ClaimState state(ClaimState state, long asOf) {
        return hidesAnything() ? claims().state(state, asOf) : state;
    }

    /** Whether any evidence rests on what is hidden, or anything was decided on it. */
    public boolean restsOnHidden(ClaimState state, long asOf) {
        return hidesAnything() && claims().restsOnHidden(state, asOf);
    }

    ClaimRedaction claims() {
        return new ClaimRedaction(this, new HiddenOrigins(this, protectedSources));
    }
}
