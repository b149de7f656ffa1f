/** Subjects over HTTP. */
@NullMarked
package org.claimsledger.api.subject;

import org.jspecify.annotations.NullMarked;
