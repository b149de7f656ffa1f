/** Protected sources: who may see them, and the redaction for everybody else. */
@NullMarked
package org.claimsledger.projection.protection;

import org.jspecify.annotations.NullMarked;
