package org.claimsledger.projection.sight;

import java.util.List;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.claim.Basis;
import org.claimsledger.claim.Claim;
import org.claimsledger.source.Lineage;
import org.claimsledger.source.Notice;
import org.claimsledger.source.Source;
import org.claimsledger.source.SourceDetails;
import org.claimsledger.source.StandIn;
import org.claimsledger.subject.Naming;
import org.claimsledger.subject.Subject;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of whatever is read what a caller may not see of protected sources: everything but their kind, their rating and
 * their standing. Ids become stand-ins; what is counted stays as it was counted.
 */
public final class Veil {

    /** For the ledger's own use: all that there is, by its own names. */
    public static final Veil NONE = new Veil(Sight.WHOLE, new NoProtections());

    private final Sight sight;
    private final Protections protections;

    private Veil(Sight sight, Protections protections) {
        this.sight = sight;
        this.protections = protections;
    }

    /** @param protections as they are now, whatever date is read */
    public static Veil of(Sight sight, Protections protections) {
        return new Veil(sight, protections);
    }

    /** Whether it hides anything from anybody. */
    public boolean hides() {
        return sight == Sight.VEILED && !protections.areNone();
    }

    /** The source that a caller means by this name; absent where it is not one that they may know. */
    public @Nullable SourceId meant(SourceId named) {
        SourceId behind = StandIn.registered(named).isEmpty() ? null : protections.source(named);
        if (behind != null) {
            return behind;
        }
        return isHidden(named) ? null : named;
    }

    /** The sources that are kept from this caller, and that everybody could still know as of that position. */
    public List<SourceId> hiddenAfter(long position) {
        return hides() ? protections.protectedAfter(position) : List.of();
    }

    /** Whether the source is protected now; of the ledger's own readings none is. */
    public boolean isProtected(SourceId source) {
        return !protections.areNone() && protections.standIn(source) != null;
    }

    public boolean isHidden(SourceId source) {
        return hides() && protections.standIn(source) != null;
    }

    /** What the source is called before this caller. */
    public SourceId id(SourceId source) {
        SourceId standIn = hides() ? protections.standIn(source) : null;
        return standIn == null ? source : standIn;
    }

    /** It says whether it is protected now, whatever date it was read at. */
    public Source source(Source source) {
        return this == NONE
                ? source
                : new Source(
                        id(source.id()),
                        source.revision(),
                        details(source.id(), source.details()),
                        source.retracted(),
                        source.endedEvidence(),
                        isProtected(source.id()));
    }

    /** @param source whose they are */
    SourceDetails details(SourceId source, SourceDetails details) {
        boolean hidden = isHidden(source);
        return new SourceDetails(
                details.kind(),
                hidden ? null : details.title(),
                hidden ? null : details.publisher(),
                hidden ? null : details.authors(),
                hidden ? null : details.url(),
                hidden ? null : details.language(),
                hidden ? null : details.published(),
                hidden ? null : details.retrievedAt(),
                hidden ? null : details.contentSha256(),
                details.reliability(),
                hidden ? null : lineage(details.lineage()),
                hidden ? null : details.note());
    }

    private @Nullable List<Lineage> lineage(@Nullable List<Lineage> lineage) {
        return lineage == null
                ? null
                : lineage.stream()
                        .map(it -> it.source() == null ? it : new Lineage(it.relation(), id(it.source()), null))
                        .toList();
    }

    /** @param source whose publisher gave it */
    public Notice notice(SourceId source, Notice notice) {
        return isHidden(source)
                ? new Notice(notice.type(), null, null, notice.reasons(), notice.evidence(), null)
                : notice;
    }

    public Subject subject(Subject subject) {
        return hides()
                ? new Subject(
                        subject.id(),
                        subject.revision(),
                        subject.details(),
                        subject.namings().stream().map(this::naming).toList(),
                        subject.mergedInto(),
                        subject.absorbed(),
                        subject.comparisons())
                : subject;
    }

    Naming naming(Naming naming) {
        SourceId source = naming.source();
        return new Naming(naming.name(), naming.language(), source == null ? null : id(source));
    }

    boolean isHidden(@Nullable Basis basis) {
        return basis != null && isHidden(basis.source());
    }

    @Nullable
    Basis basis(@Nullable Basis basis) {
        return basis == null ? null : new Basis(id(basis.source()));
    }

    public Claim claim(Claim claim) {
        return hides() ? claims().claim(claim) : claim;
    }

    /** @param asOf the position that it was read at */
    public ClaimState state(ClaimState state, long asOf) {
        return hides() ? claims().state(state, asOf) : state;
    }

    /** Whether any evidence rests on what is hidden, or anything was decided on it. */
    public boolean touches(ClaimState state, long asOf) {
        return hides() && claims().touches(state, asOf);
    }

    VeiledClaims claims() {
        return new VeiledClaims(this, new Behind(this, protections));
    }

    /** The names of fields that became unknown. */
    List<String> cleared(SourceId source, List<String> cleared) {
        return isHidden(source)
                ? Texts.entries(cleared).stream().filter("reliability"::equals).toList()
                : cleared;
    }
}
