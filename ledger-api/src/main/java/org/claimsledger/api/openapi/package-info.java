/** The API's own description, served as it is committed. */
@NullMarked
package org.claimsledger.api.openapi;

import org.jspecify.annotations.NullMarked;
