package org.claimsledger.desk.subject;

import java.util.List;
import org.claimsledger.desk.clock.Links;
import org.claimsledger.desk.words.NameWords;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.Words;
import org.claimsledger.identity.Fact;
import org.claimsledger.identity.Reason;
import org.claimsledger.projection.identity.LikelySame;
import org.claimsledger.subject.Judgement;
import org.jspecify.annotations.Nullable;

/** Puts into words who somebody may be, and why. */
final class LikelyLines {

    private final Names names;
    private final Links to;

    LikelyLines(Names names, Links to) {
        this.names = names;
        this.to = to;
    }

    List<LikelyLine> of(List<LikelySame> likely) {
        return likely.stream()
                .map(it -> new LikelyLine(
                        SubjectLines.of(it.subject().subject(), to),
                        (int) Math.round(100 * it.resemblance().score()),
                        it.resemblance().reasons().stream().map(this::reason).toList(),
                        found(it.judgement())))
                .toList();
    }

    private String reason(Reason reason) {
        return switch (reason) {
            case Reason.Names it -> "“" + it.ours() + "” and “" + it.theirs() + "”: " + NameWords.of(it.way());
            case Reason.SameId it -> "both are " + it.id() + " in " + it.scheme();
            case Reason.OtherId it ->
                "against it: one is " + it.ours() + " in " + it.scheme() + ", the other " + it.theirs();
            case Reason.Shared(Fact.Qualified it) -> {
                Names.Qualified shared = names.qualified(it.key(), it.text());
                yield "claims about both name the " + shared.key() + " "
                        + shared.value().text();
            }
            case Reason.Shared(Fact.Concerns it) ->
                "claims about both name " + names.subject(it.subject()).text();
            case Reason.OtherKind it ->
                "against it: one is of the kind " + Words.of(it.ours()) + ", the other " + Words.of(it.theirs());
        };
    }

    private static @Nullable String found(@Nullable Judgement judgement) {
        if (judgement == null) {
            return null;
        }
        return switch (judgement) {
            case POSITIVE -> "found to be one";
            case NEGATIVE -> "found to be two";
            case UNSURE -> "compared; it cannot be told yet";
        };
    }
}
