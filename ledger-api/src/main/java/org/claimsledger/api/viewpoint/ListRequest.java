package org.claimsledger.api.viewpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.claimsledger.api.viewpoint.ViewpointReader.ReadSide;
import org.claimsledger.projection.table.Page;
import org.claimsledger.time.Viewpoint;
import org.jspecify.annotations.Nullable;

/** A call that answers with one page of a list: its parameters, where the page begins, and its viewpoint. */
public final class ListRequest {

    /** A page as the client sees it. */
    public record PageView<T>(List<T> items, @Nullable String next, ViewpointView viewpoint) {}

    private final QueryParameters query;
    private final Viewpoint viewpoint;
    private final long after;
    private final String question;

    private ListRequest(QueryParameters query, Viewpoint viewpoint, long after, String question) {
        this.query = query;
        this.viewpoint = viewpoint;
        this.after = after;
        this.question = question;
    }

    /** @param filters the parameters that narrow the list down, besides dates, cursor and limit */
    public static ListRequest of(HttpServletRequest request, ViewpointReader viewpointReader, String... filters) {
        return of(viewpointReader, ReadSide.TABLES, query(request, filters), request, filters);
    }

    /** A list that is searched for where there is a parameter {@code q}. */
    public static ListRequest ofSearch(HttpServletRequest request, ViewpointReader viewpointReader, String... filters) {
        QueryParameters query = query(request, filters);
        ReadSide readSide = query.text("q") == null ? ReadSide.TABLES : ReadSide.SEARCH;
        return of(viewpointReader, readSide, query, request, filters);
    }

    private static QueryParameters query(HttpServletRequest request, String... filters) {
        List<String> names = new ArrayList<>(Arrays.asList(filters));
        names.addAll(List.of("cursor", "limit"));
        return ViewpointReader.query(request, names.toArray(String[]::new));
    }

    private static ListRequest of(
            ViewpointReader viewpointReader,
            ReadSide readSide,
            QueryParameters query,
            HttpServletRequest request,
            String... filters) {
        UnaryOperator<String> parameter = name -> name + "=" + query.text(name);
        List<String> parts = new ArrayList<>(List.of(
                request.getRequestURI(),
                parameter.apply(ViewpointDate.RECORDED.parameter()),
                String.valueOf(query.acceptDatetime()),
                parameter.apply(ViewpointDate.PUBLISHED.parameter())));
        Arrays.stream(filters).map(parameter).forEach(parts::add);
        String question = String.join("\n", parts);
        PageCursor pageCursor = PageCursor.decode(query.text("cursor"), question);
        return pageCursor == null
                ? new ListRequest(query, viewpointReader.of(query, readSide), 0, question)
                : new ListRequest(query, viewpointReader.of(pageCursor, query, readSide), pageCursor.after(), question);
    }

    public QueryParameters query() {
        return query;
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
        return query.limit();
    }

    public <T, R> PageView<R> page(Page<T> page, Function<List<T>, List<R>> views) {
        return page(page, views, viewpoint);
    }

    /** @param shown the viewpoint that the answer names, where it is not the one that the list was begun from */
    public <T, R> PageView<R> page(Page<T> page, Function<List<T>, List<R>> views, Viewpoint shown) {
        Long next = page.next();
        return new PageView<>(
                views.apply(page.items()),
                next == null ? null : new PageCursor(position(), next).encode(question),
                ViewpointView.of(shown));
    }
}
