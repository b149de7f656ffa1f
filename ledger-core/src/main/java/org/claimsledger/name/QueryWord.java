package org.claimsledger.name;

import java.util.List;

/** A word that was asked for: any of the terms, the weightiest first, makes it match. */
public record QueryWord(String word, List<NameTerm> terms) {

    public QueryWord {
        terms = List.copyOf(terms);
    }
}
