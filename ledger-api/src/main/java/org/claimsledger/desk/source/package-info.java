/** A source: how it stands, where it comes from, what rests on it, and what would fall with it. */
@NullMarked
package org.claimsledger.desk.source;

import org.jspecify.annotations.NullMarked;
