/** Claims from any viewpoint: bitemporal versions, lists and pages. */
@NullMarked
package org.claimsledger.projection.claims;

import org.jspecify.annotations.NullMarked;
