package org.claimsledger.desk.words;

import org.claimsledger.event.Predicate;
import org.claimsledger.time.DateInWords;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Value;

/** What a claim says of its subject, in words. */
public final class ValueWords {

    private final NameLookup nameLookup;
    private final Links links;

    public ValueWords(NameLookup nameLookup, Links to) {
        this.nameLookup = nameLookup;
        this.links = to;
    }

    public LinkedText of(Value value, PredicateKey predicate) {
        return switch (value) {
            case Value.Measured measured ->
                LinkedText.plain(QuantityWords.of(
                        measured.quantity(),
                        nameLookup.predicate(predicate).map(Predicate::unit).orElse(null)));
            case Value.Term term -> LinkedText.plain(Phrases.withSpaces(term.term()));
            case Value.AnotherSubject other -> nameLookup.subject(other.subject());
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
