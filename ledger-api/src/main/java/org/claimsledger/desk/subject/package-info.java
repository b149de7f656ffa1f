/** Subjects with their dossiers and possible duplicates, and the vocabulary of predicates. */
@NullMarked
package org.claimsledger.desk.subject;

import org.jspecify.annotations.NullMarked;
