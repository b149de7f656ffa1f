/** What can be recorded about something that is in the ledger: a form each, with what it would change, and what others did meanwhile. */
@NullMarked
package org.claimsledger.desk.act;

import org.jspecify.annotations.NullMarked;
