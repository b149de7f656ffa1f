/** Who may use the ledger: roles, and tokens that have a name, expire and can be revoked. */
@NullMarked
package org.claimsledger.token;

import org.jspecify.annotations.NullMarked;
