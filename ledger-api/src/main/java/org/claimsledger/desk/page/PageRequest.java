package org.claimsledger.desk.page;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.claimsledger.desk.words.InstantWords;
import org.claimsledger.desk.words.Links;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.table.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/** One visit to a page: from where it reads, what else its address says, and what is gathered while it is made. */
public final class PageRequest {

    private final String baseUrl;
    private final String path;
    private final Map<String, String> parameters;
    private final Collection<String> unknownParameters;
    private final ColorTheme colorTheme;
    private final PageUser user;
    private final PageViewpoint viewpoint;
    private final ReadModel readModel;
    private final TimeBarBuilder timeBars;
    private final ChangePoints changePoints = new ChangePoints();
    private String comparison = "/compare";

    /** @param base where the ledger is reached */
    PageRequest(
            String base,
            String path,
            Map<String, String> parameters,
            Collection<String> unknown,
            ColorTheme colorTheme,
            PageUser pageUser,
            PageViewpoint at,
            ReadModel readModel,
            TimeBarBuilder bars) {
        this.baseUrl = base;
        this.path = path;
        this.parameters = parameters;
        this.unknownParameters = unknown;
        this.colorTheme = colorTheme;
        this.user = pageUser;
        this.viewpoint = at;
        this.readModel = readModel;
        this.timeBars = bars;
    }

    public PageUser user() {
        return user;
    }

    public PageViewpoint viewpoint() {
        return viewpoint;
    }

    /** The ledger as whoever looks at the page may see it; there is no other way to it from a page. */
    public ReadModel readModel() {
        return readModel;
    }

    public Links links() {
        return new Links(viewpoint.requested());
    }

    public String path() {
        return path;
    }

    /** A parameter of the page's own; absent where it was not given. */
    public @Nullable String parameter(String name) {
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
        return links().to(path, all);
    }

    public ChangePoints changePoints() {
        return changePoints;
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
        Links to = links();
        Layout layout = new Layout(
                title,
                colorTheme,
                user,
                to.to(path, parameters),
                timeBars.of(viewpoint, path, parameters, changePoints, to.to(comparison)),
                to,
                unknownParameters);
        return new ModelAndView(view).addObject("page", layout).addObject("to", to);
    }

    /** How to cite the page: what it shows, from where it was read, and an address that shows the same for ever. */
    public Citation citation(String what) {
        String permalink = baseUrl + Links.at(viewpoint.pinned(), path, Map.of());
        Instant recordedAt = viewpoint.resolved().recordedAt();
        return new Citation(
                "%s, as the claims ledger held it%s (event %d). %s"
                        .formatted(
                                what,
                                recordedAt == null ? "" : " on " + InstantWords.day(recordedAt),
                                viewpoint.position(),
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
        String text = parameter(name);
        if (text == null || !text.matches("\\d{1,18}")) {
            return null;
        }
        Long number = Long.valueOf(text);
        return fits.apply(number) ? number : null;
    }
}
