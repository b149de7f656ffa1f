package org.claimsledger.projection.protection;

import org.jspecify.annotations.Nullable;

/**
 * How much a caller may see. Whoever does not see everything sees neither the identity of protected sources nor what no
 * editor has accepted, unless they filed it themselves.
 *
 * @param full whether the caller sees everything
 * @param actor the name that the caller's own filings are recorded under; absent for callers without credentials
 */
public record Visibility(boolean full, @Nullable String actor) {

    /** Everything, for editors and legal. */
    public static final Visibility FULL = new Visibility(true, null);

    /** What everybody may see. */
    public static final Visibility REDACTED = new Visibility(false, null);

    /** What everybody may see, and what this actor filed. */
    public static Visibility ofActor(String actor) {
        return new Visibility(false, actor);
    }
}
