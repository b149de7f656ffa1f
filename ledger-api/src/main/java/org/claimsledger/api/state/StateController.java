package org.claimsledger.api.state;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.claimsledger.api.security.Seeing;
import org.claimsledger.api.viewpoint.Listing;
import org.claimsledger.api.viewpoint.Listing.Paged;
import org.claimsledger.api.viewpoint.Memento;
import org.claimsledger.api.viewpoint.Query;
import org.claimsledger.api.viewpoint.Viewpoints;
import org.claimsledger.bestknown.BestKnown.Standing;
import org.claimsledger.projection.answers.QuestionFilter;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SubjectId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** What is best known, question by question, and which claims changed, from any viewpoint. */
@RestController
@RequestMapping("/api/v1/state")
final class StateController {

    private static final String LINES = "application/x-ndjson";
    private static final String SUBJECT = "subject";
    private static final String PREDICATE = "predicate";
    private static final String STATUS = "status";

    private final Seeing seeing;
    private final Viewpoints viewpoints;
    private final ObjectWriter line;

    StateController(Seeing seeing, Viewpoints viewpoints, JsonMapper json) {
        this.seeing = seeing;
        this.viewpoints = viewpoints;
        this.line = json.writerFor(QuestionView.class);
    }

    @GetMapping
    Paged<QuestionView> page(HttpServletRequest request) {
        Listing listing = Listing.of(request, viewpoints, SUBJECT, PREDICATE, STATUS, Viewpoints.VALID_ON);
        return listing.paged(
                seeing.by(request)
                        .answers()
                        .page(filter(listing.query()), listing.viewpoint(), listing.after(), listing.limit()),
                QuestionView::of);
    }

    /** All of it, as of one position, a question a line. */
    @GetMapping(produces = LINES)
    void lines(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query query = Viewpoints.query(request, SUBJECT, PREDICATE, STATUS);
        QuestionFilter filter = filter(query);
        Viewpoint viewpoint = viewpoints.of(query);
        response.setContentType(LINES);
        Memento.say(request, response);
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16);
        try {
            seeing.by(request).answers().each(filter, viewpoint, item -> {
                try {
                    out.write(line.writeValueAsBytes(QuestionView.of(item)));
                    out.write('\n');
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        out.flush();
    }

    @GetMapping("/diff")
    Paged<ChangedClaimView> diff(HttpServletRequest request) {
        Listing listing = Listing.of(request, viewpoints, Period.FROM, Period.TO, Period.CLOCK);
        Period period = Period.of(listing, viewpoints);
        return listing.paged(
                seeing.by(request).claims().changed(period.from(), period.to(), listing.after(), listing.limit()),
                ChangedClaimView::of,
                viewpoints.at(period.to().asOf(), period.to().publishedBy()));
    }

    private static QuestionFilter filter(Query query) {
        return new QuestionFilter(
                query.id(SUBJECT, SubjectId::new),
                query.id(PREDICATE, PredicateKey::new),
                query.oneOf(STATUS, Standing.values()));
    }
}
