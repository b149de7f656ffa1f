package org.claimsledger.api.read;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.viewpoint.ListRequest;
import org.claimsledger.api.viewpoint.ListRequest.PageView;
import org.claimsledger.api.viewpoint.ViewpointReader;
import org.claimsledger.projection.audit.PolicyTrail.PolicyItem;
import org.claimsledger.projection.table.Page;
import org.claimsledger.time.Rfc3339;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads which policies questions were answered by. */
@RestController
@RequestMapping("/api/v1/policies")
public final class PolicyReadController {

    private final ReadAccess readAccess;
    private final ViewpointReader viewpointReader;

    PolicyReadController(ReadAccess readAccess, ViewpointReader viewpointReader) {
        this.readAccess = readAccess;
        this.viewpointReader = viewpointReader;
    }

    @GetMapping
    PageView<PolicyView> list(HttpServletRequest request) {
        ListRequest listRequest = ListRequest.of(request, viewpointReader);
        List<PolicyItem> all = upTo(listRequest.position(), request);
        int from = (int) Math.min(listRequest.after(), all.size());
        int to = Math.min(from + listRequest.limit(), all.size());
        return listRequest.page(
                new Page<>(all.subList(from, to), to < all.size() ? (long) to : null),
                items -> items.stream().map(PolicyView::of).toList());
    }

    /** When a version was adopted, the last time. */
    @GetMapping("/{version}")
    PolicyView one(@PathVariable String version, HttpServletRequest request) {
        return upTo(viewpointReader.of(request).position(), request).reversed().stream()
                .filter(it -> String.valueOf(it.version()).equals(version))
                .map(PolicyView::of)
                .findFirst()
                .orElseThrow(() ->
                        Refused.because(RefusalCode.POLICY_UNKNOWN, "Version " + version + " was not in use by then"));
    }

    private List<PolicyItem> upTo(long position, HttpServletRequest request) {
        return readAccess.readModelFor(request).policies().upTo(position);
    }

    /**
     * A version of the policy, in use from a position on.
     *
     * @param adoptedAt absent for the one with which every ledger begins, and so are actor and reason
     */
    public record PolicyView(
            int version,
            @Nullable String adoptedAt,
            long position,
            @Nullable String actor,
            @Nullable String reason) {

        static PolicyView of(PolicyItem item) {
            return new PolicyView(
                    item.version(),
                    item.adoptedAt() == null ? null : Rfc3339.format(item.adoptedAt()),
                    item.position(),
                    item.actor(),
                    item.reason());
        }
    }
}
