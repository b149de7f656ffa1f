/** Sources: published documents and records that assert things, their lineage and their notices. */
@NullMarked
package org.claimsledger.source;

import org.jspecify.annotations.NullMarked;
