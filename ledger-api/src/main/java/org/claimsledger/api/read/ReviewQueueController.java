package org.claimsledger.api.read;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.viewpoint.ListRequest;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.projection.ReadModel;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.FilingQueries.FilingAt;
import org.claimsledger.projection.claims.FilingQueries.FilingFilter;
import org.claimsledger.time.Rfc3339;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.SubjectId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the filings that wait for an editor. */
@RestController
public final class ReviewQueueController {

    private final ReadAccess readAccess;
    private final ViewpointReader viewpointReader;

    ReviewQueueController(ReadAccess readAccess, ViewpointReader viewpointReader) {
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
    }

    @GetMapping("/api/v1/reviews")
    PageView<ProposalView> waiting(HttpServletRequest request) {
        ListRequest listRequest = ListRequest.of(request, viewpointReader, "batch", "actor", "subject");
        QueryParameters queryParameters = listRequest.query();
        FilingFilter filter = new FilingFilter(
                queryParameters.text("batch"),
                queryParameters.text("actor"),
                queryParameters.id("subject", SubjectId::new));
        ReadModel readModel = readAccess.readModelFor(request);
        return listRequest.page(
                readModel
                        .filings()
                        .page(
                                filter,
                                BitemporalPoint.of(listRequest.viewpoint()),
                                listRequest.after(),
                                listRequest.limit()),
                items -> views(items, listRequest.viewpoint(), readModel));
    }

    private static List<ProposalView> views(List<FilingAt> filings, Viewpoint viewpoint, ReadModel readModel) {
        List<ClaimView> claims = new ClaimViewBuilder(readModel.registry())
                .ofPage(filings.stream().map(FilingAt::claim).toList(), viewpoint);
        List<ProposalView> all = new ArrayList<>(filings.size());
        for (int i = 0; i < filings.size(); i++) {
            all.add(ProposalView.of(filings.get(i), claims.get(i)));
        }
        return all;
    }

    /**
     * A filing that waits for an editor.
     *
     * @param position of the event that filed it
     * @param batch the request that it was filed with
     * @param files whether it is the claim, with this evidence, or the evidence alone
     * @param claim at the viewpoint
     */
    public record ProposalView(
            long position,
            String filedAt,
            String actor,
            String batch,
            ProposedPart files,
            EvidenceId evidence,
            ClaimView claim) {

        /** The kind of filing. */
        public enum ProposedPart {
            CLAIM,
            EVIDENCE
        }

        public static ProposalView of(FilingAt filing, ClaimView claim) {
            return new ProposalView(
                    filing.position(),
                    Rfc3339.format(filing.filedAt()),
                    filing.provenance().actor(),
                    filing.provenance().request(),
                    filing.isOfTheClaim() ? ProposedPart.CLAIM : ProposedPart.EVIDENCE,
                    filing.evidence(),
                    claim);
        }
    }
}
