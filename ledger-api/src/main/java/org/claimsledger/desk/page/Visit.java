package org.claimsledger.desk.page;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.claimsledger.desk.clock.Links;
import org.claimsledger.desk.clock.Standpoint;
import org.claimsledger.desk.clock.Ticks;
import org.claimsledger.desk.clock.TimeBars;
import org.claimsledger.desk.words.Instants;
import org.claimsledger.projection.Seen;
import org.claimsledger.projection.table.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/** One visit to a page: from where it reads, what else its address says, and what is gathered while it is made. */
public final class Visit {

    private final String base;
    private final String path;
    private final Map<String, String> parameters;
    private final Collection<String> unknown;
    private final Theme theme;
    private final Reader reader;
    private final Standpoint at;
    private final Seen seen;
    private final TimeBars bars;
    private final Ticks ticks = new Ticks();
    private String comparison = "/compare";

    /** @param base where the ledger is reached */
    Visit(
            String base,
            String path,
            Map<String, String> parameters,
            Collection<String> unknown,
            Theme theme,
            Reader reader,
            Standpoint at,
            Seen seen,
            TimeBars bars) {
        this.base = base;
        this.path = path;
        this.parameters = parameters;
        this.unknown = unknown;
        this.theme = theme;
        this.reader = reader;
        this.at = at;
        this.seen = seen;
        this.bars = bars;
    }

    public Reader reader() {
        return reader;
    }

    public Standpoint at() {
        return at;
    }

    /** The ledger as whoever looks at the page may see it; there is no other way to it from a page. */
    public Seen seen() {
        return seen;
    }

    public Links to() {
        return new Links(at.asked());
    }

    public String path() {
        return path;
    }

    /** A parameter of the page's own; absent where it was not given. */
    public @Nullable String text(String name) {
        return parameters.get(name);
    }

    /** The page's own parameters. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** The same page with one parameter more, or another one. */
    public String with(String name, String text) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put(name, text);
        return to().to(path, all);
    }

    public Ticks ticks() {
        return ticks;
    }

    /** Where it is told what changed between here and now. */
    public void compareAt(String page) {
        this.comparison = page;
    }

    /**
     * The page, made.
     *
     * @param view its template
     * @param title what a window with it is called
     */
    public ModelAndView page(String view, String title) {
        Links to = to();
        Layout layout = new Layout(
                title,
                theme,
                reader,
                to.to(path, parameters),
                bars.of(at, path, parameters, ticks, to.to(comparison)),
                to,
                unknown);
        return new ModelAndView(view).addObject("page", layout).addObject("to", to);
    }

    /** How to cite the page: what it shows, from where it was read, and an address that shows the same for ever. */
    public Citation citation(String what) {
        String permalink = base + Links.at(at.fixed(), path, Map.of());
        Instant recordedAt = at.viewpoint().recordedAt();
        return new Citation(
                "%s, as the claims ledger held it%s (event %d). %s"
                        .formatted(
                                what,
                                recordedAt == null ? "" : " on " + Instants.day(recordedAt),
                                at.position(),
                                permalink),
                permalink);
    }

    /** After which entry a list begins. */
    public long after() {
        Long after = number("after", number -> true);
        return after == null ? 0 : after;
    }

    /** The next page of a list; absent at its end. */
    public @Nullable String more(Page<?> page) {
        return page.next() == null ? null : with("after", page.next().toString());
    }

    /** A number in a parameter; absent where it is none, or does not fit. */
    public @Nullable Long number(String name, Function<Long, Boolean> fits) {
        String text = text(name);
        if (text == null || !text.matches("\\d{1,18}")) {
            return null;
        }
        Long number = Long.valueOf(text);
        return fits.apply(number) ? number : null;
    }
}
