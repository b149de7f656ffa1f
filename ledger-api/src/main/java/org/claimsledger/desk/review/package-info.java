/** The filings that wait for an editor, and decisions about them. */
@NullMarked
package org.claimsledger.desk.review;

import org.jspecify.annotations.NullMarked;
