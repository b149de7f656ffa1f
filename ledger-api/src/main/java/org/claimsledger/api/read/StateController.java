package org.claimsledger.api.read;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.viewpoint.ListRequest;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.MementoHeaders;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.projection.answers.BestKnownAnswers.QuestionFilter;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.SubjectId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The best known answers and the claims that changed, from any viewpoint. */
@RestController
@RequestMapping("/api/v1/state")
final class StateController {

    private static final String LINES = "application/x-ndjson";
    private static final String SUBJECT = "subject";
    private static final String PREDICATE = "predicate";
    private static final String STATUS = "status";

    private final ReadAccess readAccess;
    private final ViewpointReader viewpointReader;
    private final ObjectWriter line;

    StateController(ReadAccess readAccess, ViewpointReader viewpointReader, JsonMapper json) {
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
        this.line = json.writerFor(QuestionView.class);
    }

    @GetMapping
    PageView<QuestionView> page(HttpServletRequest request) {
        ListRequest listRequest =
                ListRequest.of(request, viewpointReader, SUBJECT, PREDICATE, STATUS, ViewpointDate.VALID.parameter());
        return listRequest.page(
                readAccess
                        .readModelFor(request)
                        .answers()
                        .page(
                                filter(listRequest.query()),
                                listRequest.viewpoint(),
                                listRequest.after(),
                                listRequest.limit()),
                QuestionView::of);
    }

    /** All questions as of one position, one a line. */
    @GetMapping(produces = LINES)
    void lines(HttpServletRequest request, HttpServletResponse response) throws IOException {
        QueryParameters queryParameters = ViewpointReader.query(request, SUBJECT, PREDICATE, STATUS);
        QuestionFilter filter = filter(queryParameters);
        Viewpoint viewpoint = viewpointReader.of(queryParameters);
        response.setContentType(LINES);
        MementoHeaders.addTo(request, response);
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16);
        try {
            readAccess.readModelFor(request).answers().each(filter, viewpoint, item -> {
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
    PageView<ChangedClaimView> diff(HttpServletRequest request) {
        ListRequest listRequest =
                ListRequest.of(request, viewpointReader, ComparedPeriod.FROM, ComparedPeriod.TO, ComparedPeriod.CLOCK);
        ComparedPeriod comparedPeriod = ComparedPeriod.of(listRequest, viewpointReader);
        return listRequest.page(
                readAccess
                        .readModelFor(request)
                        .claims()
                        .changed(comparedPeriod.from(), comparedPeriod.to(), listRequest.after(), listRequest.limit()),
                ChangedClaimView::of,
                viewpointReader.at(
                        comparedPeriod.to().asOf(), comparedPeriod.to().publishedBy()));
    }

    private static QuestionFilter filter(QueryParameters queryParameters) {
        return new QuestionFilter(
                queryParameters.id(SUBJECT, SubjectId::new),
                queryParameters.id(PREDICATE, PredicateKey::new),
                queryParameters.oneOf(STATUS, QuestionStatus.values()));
    }
}
