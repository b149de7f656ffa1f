/** Every write: the operations, the readers of their bodies, the calls, dry runs and imports. */
@NullMarked
package org.claimsledger.api.operation;

import org.jspecify.annotations.NullMarked;
