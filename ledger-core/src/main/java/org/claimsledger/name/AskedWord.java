package org.claimsledger.name;

import java.util.List;

/** A word that was asked for: any of the terms, the weightiest first, makes it match. */
public record AskedWord(String word, List<Term> terms) {

    public AskedWord {
        terms = List.copyOf(terms);
    }
}
