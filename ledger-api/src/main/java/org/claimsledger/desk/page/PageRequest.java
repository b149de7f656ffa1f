package org.claimsledger.desk.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.desk.words.ChangeWords;
import org.claimsledger.desk.words.HistoryRows;
import org.claimsledger.desk.words.HistoryRows.HistoryRow;
import org.claimsledger.desk.words.InstantWords;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.audit.AuditTrail.HistoryItem;
import org.claimsledger.projection.table.Page;
import org.claimsledger.value.PredicateKey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/** A request for a page: its viewpoint, its other parameters, its reader, and what is collected while it is answered. */
public final class PageRequest {

    /** The parameter that names the place after which a list begins. */
    public static final String AFTER = "after";

    /** The parameter that does so for the history, on a page that has another list besides. */
    public static final String HISTORY_AFTER = "historyAfter";

    private final String baseUrl;
    private final String path;
    private final Map<String, String> parameters;
    private final Collection<String> unknownParameters;
    private final ColorTheme colorTheme;
    private final PageUser user;
    private final PageViewpoint viewpoint;
    private final ReadModel readModel;
    private final TimeBarBuilder timeBars;
    private final Links links;
    private final NameLookup names;
    private final ChangePoints changePoints = new ChangePoints();
    private String comparison = "/compare";

    /** @param baseUrl where the ledger is reached */
    PageRequest(
            String baseUrl,
            String path,
            Map<String, String> parameters,
            Collection<String> unknownParameters,
            ColorTheme colorTheme,
            PageUser user,
            PageViewpoint viewpoint,
            ReadModel readModel,
            TimeBarBuilder timeBars) {
        this.baseUrl = baseUrl;
        this.path = path;
        this.parameters = parameters;
        this.unknownParameters = unknownParameters;
        this.colorTheme = colorTheme;
        this.user = user;
        this.viewpoint = viewpoint;
        this.readModel = readModel;
        this.timeBars = timeBars;
        this.links = new Links(viewpoint.requested());
        this.names = new NameLookup(readModel.registry(), viewpoint.position(), links);
    }

    public PageUser user() {
        return user;
    }

    public PageViewpoint viewpoint() {
        return viewpoint;
    }

    /** The position of the log that the page reads. */
    public long position() {
        return viewpoint.position();
    }

    /** The day for which the page says whether something was in force. */
    public LocalDate day() {
        return viewpoint.resolved().day();
    }

    /** The ledger as the user may see it; a page has no other way to it. */
    public ReadModel readModel() {
        return readModel;
    }

    /** Addresses that keep the viewpoint of the page. */
    public Links links() {
        return links;
    }

    /** The names at the page's position. */
    public NameLookup names() {
        return names;
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

    /** The address of the page with one parameter added or changed. */
    public String with(String name, String text) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put(name, text);
        return links.to(path, all);
    }

    /** The dates at which the page changes, to be added to while it is made. */
    public ChangePoints changePoints() {
        return changePoints;
    }

    /** Sets the page that tells what changed between the viewpoint and now. */
    public void compareAt(String page) {
        this.comparison = page;
    }

    /**
     * The finished page.
     *
     * @param view its template
     * @param title the title of its window
     */
    public ModelAndView page(String view, String title) {
        Layout layout = new Layout(
                title,
                colorTheme,
                user,
                links.to(path, parameters),
                timeBars.of(viewpoint, path, parameters, changePoints, links.to(comparison)),
                links,
                unknownParameters);
        return new ModelAndView(view).addObject("page", layout).addObject("to", links);
    }

    /**
     * How to cite the page: its content, its viewpoint, and an address that always shows the same.
     *
     * @param content what the page shows, in words
     */
    public Citation citation(String content) {
        String permalink = baseUrl + Links.at(viewpoint.pinned(), path, Map.of());
        Instant recordedAt = viewpoint.resolved().recordedAt();
        return new Citation(
                "%s, as the claims ledger held it%s (event %d). %s"
                        .formatted(
                                content,
                                recordedAt == null ? "" : " on " + InstantWords.day(recordedAt),
                                position(),
                                permalink),
                permalink);
    }

    /** The place in the page's list after which it begins; 0 for the whole list. */
    public long after() {
        return after(AFTER);
    }

    /** The place in a second list of the page, which has a parameter of its own. */
    public long after(String parameter) {
        Long after = number(parameter, number -> true);
        return after == null ? 0 : after;
    }

    /**
     * The audit trail of the thing that the page is about.
     *
     * @param predicate of the claim whose trail it is; absent for other things
     * @param parameter names the place after which the trail begins
     */
    public ListSection<HistoryRow> history(
            Page<HistoryItem> items, @Nullable PredicateKey predicate, String parameter) {
        ChangeWords changes = new ChangeWords(names, new ValueWords(names, links), predicate);
        return new ListSection<>(
                new HistoryRows(names, changes, path, viewpoint.requested()).of(items.items()), more(items, parameter));
    }

    /** The address of the list's next page; absent at its end. */
    public @Nullable String more(Page<?> page) {
        return more(page, AFTER);
    }

    /** The address of the next page of a list that has a parameter of its own; absent at its end. */
    public @Nullable String more(Page<?> page, String parameter) {
        Long next = page.next();
        return next == null ? null : with(parameter, next.toString());
    }

    /** The parameter as an id; absent where it was not given. */
    public <T> @Nullable T id(String name, Function<String, T> id) {
        return QueryParameters.id(name, parameter(name), id);
    }

    /** The parameter as one of the options, in lower_snake_case; absent where it was not given. */
    public <E extends Enum<E>> @Nullable E oneOf(String name, E[] options) {
        return QueryParameters.oneOf(name, parameter(name), options);
    }

    /** The parameter as a number; absent where it is none, or does not fit. */
    public @Nullable Long number(String name, LongPredicate fits) {
        String text = parameter(name);
        if (text == null || !text.matches("\\d{1,18}")) {
            return null;
        }
        long number = Long.parseLong(text);
        return fits.test(number) ? number : null;
    }

    /**
     * How to cite a page.
     *
     * @param permalink the address that shows the page from its viewpoint for ever
     */
    public record Citation(String text, String permalink) {}

    /**
     * One page of a list that stands on a page of its own.
     *
     * @param more the address that goes on with the list; absent at its end
     */
    public record ListSection<T>(List<T> rows, @Nullable String more) {}
}
