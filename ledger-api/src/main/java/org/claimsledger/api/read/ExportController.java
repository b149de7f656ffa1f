package org.claimsledger.api.read;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.copy.EventLine;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.store.EventLog;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.token.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /export}: a copy of the log, from which a ledger can be restored. */
@RestController
final class ExportController {

    private static final int PAGE_SIZE = 1_000;

    private final EventLog log;

    ExportController(Ledger ledger) {
        this.log = ledger.log();
    }

    /** The events up to the head at the time of the request, which the first line names. */
    @RequiresRole(Role.ADMIN)
    @GetMapping(value = "/api/v1/export", produces = EventController.LINES)
    void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long position = EventController.after(request);
        long head = log.head();
        response.setContentType(EventController.LINES);
        response.setHeader("Cache-Control", "no-store");
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16);
        while (position < head) {
            List<StoredEvent> page = log.read(position, (int) Math.min(PAGE_SIZE, head - position));
            for (StoredEvent event : page) {
                out.write(new EventLine(event, event.position() == head).bytes());
                out.write('\n');
            }
            position = page.getLast().position();
        }
        out.flush();
    }
}
