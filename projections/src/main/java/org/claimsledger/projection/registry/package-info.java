/** Sources, subjects and predicates from any viewpoint, and which subjects are merged. */
@NullMarked
package org.claimsledger.projection.registry;

import org.jspecify.annotations.NullMarked;
