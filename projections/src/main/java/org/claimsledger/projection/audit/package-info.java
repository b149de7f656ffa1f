/** Histories of claims, sources and subjects, event by event, with the fields that changed. */
@NullMarked
package org.claimsledger.projection.audit;

import org.jspecify.annotations.NullMarked;
