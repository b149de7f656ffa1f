/** What forms ask while somebody types: who or what is meant, and what a date means. */
@NullMarked
package org.claimsledger.desk.find;

import org.jspecify.annotations.NullMarked;
