/** A source: its standing, its lineage, the claims that rest on it, and the effect of its retraction. */
@NullMarked
package org.claimsledger.desk.source;

import org.jspecify.annotations.NullMarked;
