/** The vocabulary: what can be said of subjects. */
@NullMarked
package org.claimsledger.desk.vocabulary;

import org.jspecify.annotations.NullMarked;
