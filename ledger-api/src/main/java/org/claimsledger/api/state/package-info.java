/** What is best known, and what changed, from any viewpoint. */
@NullMarked
package org.claimsledger.api.state;

import org.jspecify.annotations.NullMarked;
