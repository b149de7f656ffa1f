/** The wiring of the web application. */
@NullMarked
package org.claimsledger.api.config;

import org.jspecify.annotations.NullMarked;
