/** Logging in and out. */
@NullMarked
package org.claimsledger.desk.login;

import org.jspecify.annotations.NullMarked;
