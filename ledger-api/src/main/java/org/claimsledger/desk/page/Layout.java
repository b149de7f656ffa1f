package org.claimsledger.desk.page;

import java.util.Collection;
import java.util.List;
import org.claimsledger.desk.clock.Links;
import org.claimsledger.desk.clock.TimeBar;

/**
 * What the layout of every page needs.
 *
 * @param here the page's own address
 * @param to addresses of other pages, from the same viewpoint
 * @param unknown parameters of the address that the page does not have and did not use
 */
public record Layout(String title, Theme theme, String here, TimeBar bar, Links to, Collection<String> unknown) {

    public Layout {
        unknown = List.copyOf(unknown);
    }

    /** What a reader may choose. */
    public List<Theme> themes() {
        return List.of(Theme.values());
    }
}
