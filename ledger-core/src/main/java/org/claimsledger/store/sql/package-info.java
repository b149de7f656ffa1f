/** Rows, dictionaries and the tag index in any SQL database. */
@NullMarked
package org.claimsledger.store.sql;

import org.jspecify.annotations.NullMarked;
