package org.claimsledger.desk.page;

import java.util.Collection;
import java.util.List;
import org.claimsledger.desk.words.Links;
import org.jspecify.annotations.Nullable;

/**
 * The frame around every page.
 *
 * @param here the page's own address
 * @param bar the three dates; absent on pages that tell nothing of the ledger
 * @param links addresses of other pages, from the page's viewpoint
 * @param unknown parameters of the address that the page does not have and ignores
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

    /** Whether the page reads from a time before now. */
    public boolean past() {
        return bar != null && bar.past();
    }

    /** The themes to choose from. */
    public List<ColorTheme> themes() {
        return List.of(ColorTheme.values());
    }
}
