package org.claimsledger.ledger;

import static org.claimsledger.claim.ClaimForm.filed;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.ledger.Outcome.Accepted;
import org.claimsledger.store.StoreLocation.PostgresDatabase;
import org.claimsledger.value.RefusalCode;

/**
 * One node of a race, in a process of its own: each of its threads files the same claims, one after the other. Says
 * which ones were accepted; anything but an acceptance or {@code id_taken} ends it.
 */
final class RacingNode {

    private RacingNode() {}

    /** Arguments: address of the database, its user, claims, threads. Starts when it is sent a byte. */
    public static void main(String[] arguments) throws Exception {
        int claims = Integer.parseInt(arguments[2]);
        try (Ledger ledger =
                Ledger.open(new PostgresDatabase(arguments[0], arguments[1], null), InstantSource.system())) {
            System.out.println("ready");
            System.in.read();
            List<List<String>> won =
                    ConcurrentCalls.all(Integer.parseInt(arguments[3]), thread -> file(ledger, claims));
            won.forEach(each -> each.forEach(claim -> System.out.println("accepted " + claim)));
        }
        System.out.println("done");
    }

    private static List<String> file(Ledger ledger, int claims) {
        var won = new ArrayList<String>();
        for (int i = 0; i < claims; i++) {
            String claim = "c" + i;
            Outcome outcome = ledger.submit(Request.by("ann", "race", filed(claim)));
            if (outcome instanceof Accepted) {
                won.add(claim);
            } else if (DiskLedger.codeOf(outcome) != RefusalCode.ID_TAKEN) {
                throw new IllegalStateException(claim + ": " + outcome);
            }
        }
        return won;
    }
}
