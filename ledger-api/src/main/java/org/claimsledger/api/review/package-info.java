/** What waits for an editor, and decisions on many filings at once. */
@NullMarked
package org.claimsledger.api.review;

import org.jspecify.annotations.NullMarked;
