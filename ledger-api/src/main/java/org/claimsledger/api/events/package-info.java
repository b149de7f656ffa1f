/** The log of all events over HTTP, at once or live. */
@NullMarked
package org.claimsledger.api.events;

import org.jspecify.annotations.NullMarked;
