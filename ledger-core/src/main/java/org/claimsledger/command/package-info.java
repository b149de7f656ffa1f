/** All commands as records, and the shape that the deciders of all areas share. */
@NullMarked
package org.claimsledger.command;

import org.jspecify.annotations.NullMarked;
