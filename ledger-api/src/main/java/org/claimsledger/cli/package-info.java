/** The command line: one command a task, on the same jar. */
@NullMarked
package org.claimsledger.cli;

import org.jspecify.annotations.NullMarked;
