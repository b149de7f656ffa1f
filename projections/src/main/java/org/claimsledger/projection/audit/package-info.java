/** What happened to a claim, a source, a subject or a predicate, event by event, with the differences. */
@NullMarked
package org.claimsledger.projection.audit;

import org.jspecify.annotations.NullMarked;
