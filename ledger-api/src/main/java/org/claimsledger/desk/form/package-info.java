/** Forms: one for each operation, with a preview of its effect. */
@NullMarked
package org.claimsledger.desk.form;

import org.jspecify.annotations.NullMarked;
