package org.claimsledger.desk.front;

import java.util.List;
import org.claimsledger.desk.claim.ClaimLine;
import org.claimsledger.desk.history.ChangeLine;

/**
 * A claim that reads otherwise than a week before.
 *
 * @param isNew whether it was not there
 * @param changes the first of what is different
 * @param more how many there are besides
 */
public record ChangedLine(ClaimLine line, boolean isNew, List<ChangeLine> changes, int more) {}
