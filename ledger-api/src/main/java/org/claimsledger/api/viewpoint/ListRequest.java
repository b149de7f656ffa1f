package org.claimsledger.api.viewpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.claimsledger.projection.table.Page;
import org.claimsledger.time.Viewpoint;
import org.jspecify.annotations.Nullable;

/** A call that answers with one page of a list: what it asks, where the page begins, and from where it reads. */
public final class ListRequest {

    /** A page as the client sees it. */
    public record PageView<T>(List<T> items, @Nullable String next, ViewpointView viewpoint) {}

    private final QueryParameters queryParameters;
    private final Viewpoint viewpoint;
    private final long after;
    private final String question;

    private ListRequest(QueryParameters queryParameters, Viewpoint viewpoint, long after, String question) {
        this.queryParameters = queryParameters;
        this.viewpoint = viewpoint;
        this.after = after;
        this.question = question;
    }

    /** @param filters the parameters that say what is listed, besides clocks, cursor and limit */
    public static ListRequest of(HttpServletRequest request, ViewpointReader viewpointReader, String... filters) {
        return of(viewpointReader, viewpointReader.tables(), query(request, filters), request, filters);
    }

    /** The same of a list that is searched for where there is a parameter {@code q}. */
    public static ListRequest ofSearch(HttpServletRequest request, ViewpointReader viewpointReader, String... filters) {
        QueryParameters queryParameters = query(request, filters);
        ReadyPosition readyPosition =
                queryParameters.text("q") == null ? viewpointReader.tables() : viewpointReader.searches();
        return of(viewpointReader, readyPosition, queryParameters, request, filters);
    }

    private static QueryParameters query(HttpServletRequest request, String... filters) {
        List<String> known = new ArrayList<>(Arrays.asList(filters));
        known.addAll(List.of("cursor", "limit"));
        return ViewpointReader.query(request, known.toArray(String[]::new));
    }

    private static ListRequest of(
            ViewpointReader viewpointReader,
            ReadyPosition readyPosition,
            QueryParameters queryParameters,
            HttpServletRequest request,
            String... filters) {
        UnaryOperator<String> asked = name -> name + "=" + queryParameters.text(name);
        List<String> parts = new ArrayList<>(List.of(
                request.getRequestURI(),
                asked.apply(ViewpointReader.AS_OF),
                String.valueOf(queryParameters.acceptDatetime()),
                asked.apply(ViewpointReader.PUBLISHED_BY)));
        Arrays.stream(filters).map(asked).forEach(parts::add);
        String question = String.join("\n", parts);
        PageCursor pageCursor = PageCursor.decode(queryParameters.text("cursor"), question);
        return pageCursor == null
                ? new ListRequest(queryParameters, viewpointReader.of(queryParameters, readyPosition), 0, question)
                : new ListRequest(
                        queryParameters,
                        viewpointReader.of(pageCursor, queryParameters, readyPosition),
                        pageCursor.after(),
                        question);
    }

    public QueryParameters query() {
        return queryParameters;
    }

    public Viewpoint viewpoint() {
        return viewpoint;
    }

    public long position() {
        return viewpoint.position();
    }

    public long after() {
        return after;
    }

    public int limit() {
        return queryParameters.limit();
    }

    public <T, R> PageView<R> page(Page<T> page, Function<List<T>, List<R>> views) {
        return page(page, views, viewpoint);
    }

    /** @param shown the viewpoint that the answer is to name, where it is another than where the list was begun */
    public <T, R> PageView<R> page(Page<T> page, Function<List<T>, List<R>> views, Viewpoint shown) {
        Long next = page.next();
        return new PageView<>(
                views.apply(page.items()),
                next == null ? null : new PageCursor(position(), next).encode(question),
                ViewpointView.of(shown));
    }
}
