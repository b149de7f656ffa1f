/** The forms of operations: their fields, and the request body made from a person's input. */
@NullMarked
package org.claimsledger.api.form;

import org.jspecify.annotations.NullMarked;
