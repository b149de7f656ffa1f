package org.claimsledger.desk.claim;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.EvidenceWeight;
import org.claimsledger.desk.page.PageRequest;
import org.claimsledger.desk.words.InForceWords;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.Links;
import org.claimsledger.desk.words.NameLookup;
import org.claimsledger.desk.words.NameLookup.QualifierText;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.desk.words.StatusMark;
import org.claimsledger.desk.words.StatusPrefix;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Predicate.Tense;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.value.SubjectId;
import org.jspecify.annotations.Nullable;

/** Makes the rows of claims in lists. */
public final class ClaimListRows {

    private final NameLookup names;
    private final ValueWords values;
    private final Links links;
    private final LocalDate day;

    public ClaimListRows(PageRequest pageRequest) {
        this(pageRequest.names(), pageRequest.links(), pageRequest.day());
    }

    /** @param day for which it is said whether a claim was in force */
    public ClaimListRows(NameLookup names, Links links, LocalDate day) {
        this.names = names;
        this.values = new ValueWords(names, links);
        this.links = links;
        this.day = day;
    }

    public List<ClaimListRow> of(List<ClaimAt> claims) {
        Set<SubjectId> subjects = new HashSet<>();
        claims.forEach(it -> subjects.add(it.claim().content().subject()));
        names.preload(subjects);
        return claims.stream().map(it -> of(it.state())).toList();
    }

    public ClaimListRow of(ClaimState state) {
        ClaimContent content = state.claim().content();
        Tense tense = names.predicate(content.predicate()).map(Predicate::time).orElse(Tense.HOLDS);
        String id = state.claim().id().value();
        return new ClaimListRow(
                id,
                links.claim(id),
                names.subject(content.subject()),
                names.label(content.predicate()),
                values.of(content.value(), content.predicate()),
                content.qualifiers().entrySet().stream()
                        .map(it -> names.qualified(it.getKey(), it.getValue()))
                        .toList(),
                StatusPrefix.of(state.status(), state.claim()),
                content.statement(),
                StatusMark.of(state.status()),
                origins(state.weight()),
                InForceWords.when(content.valid()),
                InForceWords.whether(state.inForce(tense, day), day, tense, content.valid()));
    }

    /** {@code 2 origins, 1 against}. */
    public static String origins(EvidenceWeight weight) {
        return origins(weight.supporting(), weight.disputing());
    }

    static String origins(int supporting, int disputing) {
        String supported = supporting == 0 ? "no live origin" : Phrases.count(supporting, "origin");
        return disputing == 0 ? supported : supported + ", " + Phrases.figure(disputing) + " against";
    }

    /**
     * A claim in a list.
     *
     * @param prefix stands before the statement wherever that is not to be read as a fact
     * @param statement the desk's own words; a claim without them is shown as subject, predicate and value
     * @param origins how many support it, and how many are against it
     * @param when its valid time
     * @param inForce whether it was in force on the viewpoint's day
     */
    public record ClaimListRow(
            String id,
            String href,
            LinkedText subject,
            String predicate,
            LinkedText value,
            List<QualifierText> qualifiers,
            String prefix,
            @Nullable String statement,
            StatusMark mark,
            String origins,
            String when,
            String inForce) {

        /** This row, where what other claims say of it tells more about its force. */
        ClaimListRow withInForce(String other) {
            return new ClaimListRow(
                    id, href, subject, predicate, value, qualifiers, prefix, statement, mark, origins, when, other);
        }

        /** The statement, or what stands in its place, as it may be printed by itself. */
        public String sentence() {
            return prefix
                    + (statement == null ? subject.text() + ": " + predicate + " " + value.text() + "." : statement);
        }
    }
}
