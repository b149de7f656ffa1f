/** Values, dates, names and changes in words. */
@NullMarked
package org.claimsledger.desk.words;

import org.jspecify.annotations.NullMarked;
