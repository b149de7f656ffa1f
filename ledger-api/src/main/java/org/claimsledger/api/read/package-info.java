/** All reads: a controller and its views for each kind of thing. */
@NullMarked
package org.claimsledger.api.read;

import org.jspecify.annotations.NullMarked;
