/** Settings, and the beans made from them. */
@NullMarked
package org.claimsledger.api.config;

import org.jspecify.annotations.NullMarked;
