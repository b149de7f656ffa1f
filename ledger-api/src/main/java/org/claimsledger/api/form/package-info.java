/** Fields of forms: how a person fills them in, and the body that a program would send for it. */
@NullMarked
package org.claimsledger.api.form;

import org.jspecify.annotations.NullMarked;
