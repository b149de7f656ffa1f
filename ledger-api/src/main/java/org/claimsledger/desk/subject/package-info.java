/** Subjects: their dossiers, who else they may be, and the vocabulary of predicates. */
@NullMarked
package org.claimsledger.desk.subject;

import org.jspecify.annotations.NullMarked;
