/** Every read: a controller and its views for each thing that can be read. */
@NullMarked
package org.claimsledger.api.read;

import org.jspecify.annotations.NullMarked;
