package org.claimsledger.desk;

import java.util.List;
import org.claimsledger.desk.claim.ClaimListRow;
import org.claimsledger.desk.words.ChangeRow;

/**
 * A claim that reads otherwise than a week before.
 *
 * @param isNew whether it was not there
 * @param changes the first of what is different
 * @param more how many there are besides
 */
public record RecentChangeRow(ClaimListRow line, boolean isNew, List<ChangeRow> changes, int more) {}
