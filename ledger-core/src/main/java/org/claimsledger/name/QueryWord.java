package org.claimsledger.name;

import java.util.List;

/** A word of a query. Any of its terms, the weightiest first, makes it match. */
public record QueryWord(String word, List<NameTerm> terms) {

    public QueryWord {
        terms = List.copyOf(terms);
    }
}
