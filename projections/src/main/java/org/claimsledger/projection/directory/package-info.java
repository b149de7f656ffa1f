/** Sources, subjects and predicates as they stood at any position of the log, and who was merged into whom. */
@NullMarked
package org.claimsledger.projection.directory;

import org.jspecify.annotations.NullMarked;
