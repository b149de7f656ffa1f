/** The base of all read models: a database of their own, pages, and text search in rows. */
@NullMarked
package org.claimsledger.projection.table;

import org.jspecify.annotations.NullMarked;
