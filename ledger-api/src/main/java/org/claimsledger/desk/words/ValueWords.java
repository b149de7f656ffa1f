package org.claimsledger.desk.words;

import org.claimsledger.desk.clock.Links;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.time.DateInWords;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Value;

/** What a claim says of its subject, in words. */
public final class ValueWords {

    private final Names names;
    private final Links to;

    public ValueWords(Names names, Links to) {
        this.names = names;
        this.to = to;
    }

    public Said of(Value value, PredicateKey predicate) {
        return switch (value) {
            case Value.Measured measured ->
                Said.plain(QuantityWords.of(
                        measured.quantity(),
                        names.predicate(predicate).map(Predicate::unit).orElse(null)));
            case Value.Term term -> Said.plain(Words.spaced(term.term()));
            case Value.AnotherSubject other -> names.subject(other.subject());
            case Value.AnotherClaim other ->
                new Said(
                        "claim " + other.claim().value(), to.claim(other.claim().value()));
            case Value.Text text -> Said.plain(text.text());
            case Value.Date date -> Said.plain(DateInWords.brief(date.date()));
            case Value.Flag flag -> Said.plain(flag.flag() ? "yes" : "no");
            case Value.Unknown unknown -> Said.plain("unknown");
            case Value.None none -> Said.plain("none");
        };
    }
}
