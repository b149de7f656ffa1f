package org.claimsledger.desk.words;

import org.claimsledger.event.Predicate;
import org.claimsledger.time.DateInWords;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.QuantityInWords;
import org.claimsledger.value.Value;

/** The value of a claim, in words. */
public final class ValueWords {

    private final NameLookup names;
    private final Links links;

    public ValueWords(NameLookup names, Links links) {
        this.names = names;
        this.links = links;
    }

    public LinkedText of(Value value, PredicateKey predicate) {
        return switch (value) {
            case Value.Measured measured ->
                LinkedText.plain(QuantityInWords.of(
                        measured.quantity(),
                        names.predicate(predicate).map(Predicate::unit).orElse(null)));
            case Value.Term term -> LinkedText.plain(Phrases.withSpaces(term.term()));
            case Value.AnotherSubject other -> names.subject(other.subject());
            case Value.AnotherClaim other ->
                new LinkedText(
                        "claim " + other.claim().value(),
                        links.claim(other.claim().value()));
            case Value.Text text -> LinkedText.plain(text.text());
            case Value.Date date -> LinkedText.plain(DateInWords.brief(date.date()));
            case Value.Flag flag -> LinkedText.plain(flag.flag() ? "yes" : "no");
            case Value.Unknown unknown -> LinkedText.plain("unknown");
            case Value.None none -> LinkedText.plain("none");
        };
    }
}
