/** What a write would change, told over HTTP before it is made. */
@NullMarked
package org.claimsledger.api.dryrun;

import org.jspecify.annotations.NullMarked;
