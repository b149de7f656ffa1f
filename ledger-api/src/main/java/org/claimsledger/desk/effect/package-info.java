/** What something would change, told before it is recorded. */
@NullMarked
package org.claimsledger.desk.effect;

import org.jspecify.annotations.NullMarked;
