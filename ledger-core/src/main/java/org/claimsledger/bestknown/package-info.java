/** The best-known state: claims folded at a viewpoint, their attestors, and the answers to questions. Pure. */
@NullMarked
package org.claimsledger.bestknown;

import org.jspecify.annotations.NullMarked;
