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
public final class Listing {

    /** A page as the client sees it. */
    public record Paged<T>(List<T> items, @Nullable String next, ViewpointView viewpoint) {}

    private final Query query;
    private final Viewpoint viewpoint;
    private final long after;
    private final String question;

    private Listing(Query query, Viewpoint viewpoint, long after, String question) {
        this.query = query;
        this.viewpoint = viewpoint;
        this.after = after;
        this.question = question;
    }

    /** @param filters the parameters that say what is listed, besides clocks, cursor and limit */
    public static Listing of(HttpServletRequest request, Viewpoints viewpoints, String... filters) {
        return of(viewpoints, viewpoints.tables(), query(request, filters), request, filters);
    }

    /** The same of a list that is searched for where there is a parameter {@code q}. */
    public static Listing searched(HttpServletRequest request, Viewpoints viewpoints, String... filters) {
        Query query = query(request, filters);
        Reach reach = query.text("q") == null ? viewpoints.tables() : viewpoints.searches();
        return of(viewpoints, reach, query, request, filters);
    }

    private static Query query(HttpServletRequest request, String... filters) {
        List<String> known = new ArrayList<>(Arrays.asList(filters));
        known.addAll(List.of("cursor", "limit"));
        return Viewpoints.query(request, known.toArray(String[]::new));
    }

    private static Listing of(
            Viewpoints viewpoints, Reach reach, Query query, HttpServletRequest request, String... filters) {
        UnaryOperator<String> asked = name -> name + "=" + query.text(name);
        List<String> parts = new ArrayList<>(List.of(
                request.getRequestURI(),
                asked.apply(Viewpoints.AS_OF),
                String.valueOf(query.acceptDatetime()),
                asked.apply(Viewpoints.PUBLISHED_BY)));
        Arrays.stream(filters).map(asked).forEach(parts::add);
        String question = String.join("\n", parts);
        Cursor cursor = Cursor.read(query.text("cursor"), question);
        return cursor == null
                ? new Listing(query, viewpoints.of(query, reach), 0, question)
                : new Listing(query, viewpoints.of(cursor, query, reach), cursor.after(), question);
    }

    public Query query() {
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

    public <T, R> Paged<R> paged(Page<T> page, Function<List<T>, List<R>> views) {
        return paged(page, views, viewpoint);
    }

    /** @param shown the viewpoint that the answer is to name, where it is another than where the list was begun */
    public <T, R> Paged<R> paged(Page<T> page, Function<List<T>, List<R>> views, Viewpoint shown) {
        Long next = page.next();
        return new Paged<>(
                views.apply(page.items()),
                next == null ? null : new Cursor(position(), next).text(question),
                ViewpointView.of(shown));
    }
}
