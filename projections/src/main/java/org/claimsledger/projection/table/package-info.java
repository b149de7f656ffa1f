/** Tables of projections in databases of their own: sessions, rows, pages and snapshots. */
@NullMarked
package org.claimsledger.projection.table;

import org.jspecify.annotations.NullMarked;
