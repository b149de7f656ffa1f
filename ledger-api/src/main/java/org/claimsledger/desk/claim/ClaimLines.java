package org.claimsledger.desk.claim;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.Weight;
import org.claimsledger.claim.Content;
import org.claimsledger.desk.clock.Links;
import org.claimsledger.desk.words.InForceWords;
import org.claimsledger.desk.words.Mark;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.desk.words.Words;
import org.claimsledger.predicate.Predicate;
import org.claimsledger.predicate.Tense;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.value.SubjectId;

/** Makes lines of claims. */
public final class ClaimLines {

    private final Names names;
    private final ValueWords values;
    private final Links to;
    private final LocalDate day;

    /** @param day for which it is said whether a claim was in force */
    public ClaimLines(Names names, Links to, LocalDate day) {
        this.names = names;
        this.values = new ValueWords(names, to);
        this.to = to;
        this.day = day;
    }

    public List<ClaimLine> of(List<ClaimAt> claims) {
        Set<SubjectId> subjects = new HashSet<>();
        claims.forEach(it -> subjects.add(it.claim().content().subject()));
        names.learn(subjects);
        return claims.stream().map(it -> of(it.state())).toList();
    }

    public ClaimLine of(ClaimState state) {
        Content content = state.claim().content();
        Tense tense = names.predicate(content.predicate()).map(Predicate::time).orElse(Tense.HOLDS);
        String id = state.claim().id().value();
        return new ClaimLine(
                id,
                to.claim(id),
                names.subject(content.subject()),
                names.label(content.predicate()),
                values.of(content.value(), content.predicate()),
                content.qualifiers().entrySet().stream()
                        .map(it -> names.qualified(it.getKey(), it.getValue()))
                        .toList(),
                content.statement(),
                Mark.of(state.status()),
                origins(state.weight()),
                InForceWords.when(content.valid()),
                InForceWords.whether(day, tense, content.valid()));
    }

    /** {@code 2 origins, 1 against}. */
    public static String origins(Weight weight) {
        String supporting = weight.supporting() == 0 ? "no live origin" : Words.count(weight.supporting(), "origin");
        return weight.disputing() == 0 ? supporting : supporting + ", " + Words.figure(weight.disputing()) + " against";
    }
}
