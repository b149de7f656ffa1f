/** Forms: one for each operation, with what it would change. */
@NullMarked
package org.claimsledger.desk.form;

import org.jspecify.annotations.NullMarked;
