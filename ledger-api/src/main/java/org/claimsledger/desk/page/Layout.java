package org.claimsledger.desk.page;

import java.util.Collection;
import java.util.List;
import org.claimsledger.desk.words.Links;
import org.jspecify.annotations.Nullable;

/**
 * What the layout of every page needs.
 *
 * @param reader who looks at it
 * @param here the page's own address
 * @param bar the three dates; absent on pages that tell nothing of the ledger
 * @param to addresses of other pages, from the same viewpoint
 * @param unknown parameters of the address that the page does not have and did not use
 */
public record Layout(
        String title,
        ColorTheme theme,
        PageUser user,
        String here,
        @Nullable TimeBar bar,
        Links links,
        Collection<String> unknown) {

    public Layout {
        unknown = List.copyOf(unknown);
    }

    /** Whether it is read from some time before now. */
    public boolean past() {
        return bar != null && bar.past();
    }

    /** What a reader may choose. */
    public List<ColorTheme> themes() {
        return List.of(ColorTheme.values());
    }
}
