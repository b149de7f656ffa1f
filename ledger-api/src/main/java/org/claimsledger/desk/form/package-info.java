/** Forms of the desk: what is typed into them becomes the bodies that programs send, and what is refused stands at its field. */
@NullMarked
package org.claimsledger.desk.form;

import org.jspecify.annotations.NullMarked;
