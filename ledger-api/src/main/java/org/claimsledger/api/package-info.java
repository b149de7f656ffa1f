/** The ledger over HTTP: one folder an area. */
@NullMarked
package org.claimsledger.api;

import org.jspecify.annotations.NullMarked;
