package org.claimsledger.event;

import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * How a source depends on another one.
 *
 * @param source the other source, where the ledger holds it
 * @param outlet else the name of the outlet that it came from
 */
public record Lineage(
        Relation relation,
        @Nullable SourceId source,
        @Nullable String outlet) {

    /** The kinds of dependence; the first two make an echo, the last two a work of its own. */
    public enum Relation {
        REPUBLISHES,
        REPEATS,
        DERIVES_FROM,
        CITES;

        /** Whether the source only says again what the other one said, and falls with it. */
        public boolean isEcho() {
            return this == REPUBLISHES || this == REPEATS;
        }
    }

    public Lineage {
        if ((source == null) == (outlet == null)) {
            throw Refused.because(RefusalCode.FIELD_MISSING, "Lineage names either a source or an outlet");
        }
        TextRules.lineAt("/outlet", outlet, TextRules.NAME);
    }

    Lineage redacted(HiddenSources hidden) {
        return source == null ? this : new Lineage(relation, hidden.shownId(source), null);
    }
}
