/** Search, and suggestions while a form is filled in. */
@NullMarked
package org.claimsledger.desk.search;

import org.jspecify.annotations.NullMarked;
