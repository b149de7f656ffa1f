/** What every page is made with: a visit, its layout, its headers, and what is answered where something is wrong. */
@NullMarked
package org.claimsledger.desk.page;

import org.jspecify.annotations.NullMarked;
