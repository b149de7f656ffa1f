/** Histories of claims, sources, subjects and predicates, event by event, with the fields that changed. */
@NullMarked
package org.claimsledger.projection.audit;

import org.jspecify.annotations.NullMarked;
