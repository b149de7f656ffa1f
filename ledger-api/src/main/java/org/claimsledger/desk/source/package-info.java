/** A source: how it stands, where it comes from, what rests on it, and what its retraction would change. */
@NullMarked
package org.claimsledger.desk.source;

import org.jspecify.annotations.NullMarked;
