/** Bodies: JSON read field by field into commands, every bad field reported with its pointer. */
@NullMarked
package org.claimsledger.api.body;

import org.jspecify.annotations.NullMarked;
