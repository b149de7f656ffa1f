package org.claimsledger.projection;

import org.claimsledger.projection.answers.Answers;
import org.claimsledger.projection.audit.Audit;
import org.claimsledger.projection.audit.SeenLog;
import org.claimsledger.projection.directory.Directory;
import org.claimsledger.projection.identity.LikelySubjects;
import org.claimsledger.projection.preview.Previews;
import org.claimsledger.projection.search.Search;
import org.claimsledger.projection.sight.Sight;
import org.claimsledger.projection.sight.Veil;
import org.claimsledger.projection.versions.Claims;
import org.claimsledger.projection.versions.Filings;

/**
 * The read side as one caller may see it, for one reading. There is no other way to it from outside, so that nothing goes out
 * past the veil. What is protected is known as of the moment at which it is first asked for, and kept to for the rest of the
 * reading.
 */
public final class Seen {

    private final Projections all;
    private final Sight sight;
    private final Veil veil;

    Seen(Projections all, Sight sight) {
        this.all = all;
        this.sight = sight;
        this.veil = Veil.of(sight, all.directory().protections());
    }

    public Claims claims() {
        return all.claims().seenThrough(veil);
    }

    public Filings filings() {
        return all.filings().seenThrough(veil);
    }

    public Directory directory() {
        return all.directory().seenThrough(veil);
    }

    public Answers answers() {
        return all.answers().seenThrough(veil);
    }

    public Audit audit() {
        return all.audit().seenThrough(veil);
    }

    public Search search() {
        return all.search().seenThrough(veil);
    }

    /** Who may be whom; needs what a search needs. */
    public LikelySubjects likely() {
        return new LikelySubjects(search(), directory(), claims());
    }

    /** What a decision would change. */
    public Previews previews() {
        return all.previews().seenThrough(veil);
    }

    /** The events themselves; this one may be read from for as long as one likes. */
    public SeenLog log() {
        return all.log(sight);
    }
}
