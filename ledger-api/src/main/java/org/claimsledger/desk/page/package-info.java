/** What every page shares: layout, dates, login, theme and problems. */
@NullMarked
package org.claimsledger.desk.page;

import org.jspecify.annotations.NullMarked;
