/** What all read models stand on: a database of their own, pages, and text to search in. */
@NullMarked
package org.claimsledger.projection.table;

import org.jspecify.annotations.NullMarked;
