/** Health, metrics, projections and the request log. */
@NullMarked
package org.claimsledger.api.operate;

import org.jspecify.annotations.NullMarked;
