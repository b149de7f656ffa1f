/** What happened to a thing and what was different since, line by line. */
@NullMarked
package org.claimsledger.desk.history;

import org.jspecify.annotations.NullMarked;
