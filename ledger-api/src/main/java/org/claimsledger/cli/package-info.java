/** The command line: one command for each task, all in the one jar. */
@NullMarked
package org.claimsledger.cli;

import org.jspecify.annotations.NullMarked;
