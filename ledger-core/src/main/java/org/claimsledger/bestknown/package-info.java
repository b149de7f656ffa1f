/** What is held to be best known: claims folded at a viewpoint, who attests them, and which answers a question. Pure. */
@NullMarked
package org.claimsledger.bestknown;

import org.jspecify.annotations.NullMarked;
