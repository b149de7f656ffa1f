/** The frame of every page: layout, time bar, requests, login, theme and problems. */
@NullMarked
package org.claimsledger.desk.page;

import org.jspecify.annotations.NullMarked;
