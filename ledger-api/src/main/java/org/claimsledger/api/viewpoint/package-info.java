/** From query parameters and headers to the viewpoint and page that a call reads. */
@NullMarked
package org.claimsledger.api.viewpoint;

import org.jspecify.annotations.NullMarked;
