package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.claimsledger.name.Likeness;
import org.claimsledger.name.Name;
import org.claimsledger.name.Way;
import org.claimsledger.projection.search.FieldMatch.Highlight;
import org.claimsledger.projection.search.Passage.Word;
import org.jspecify.annotations.Nullable;

/**
 * What of that which was asked for occurs in one text.
 *
 * @param together whether all of it does, side by side and in order
 * @param whole which terms do, as whole words
 * @param loose which terms do at all
 * @param places which words of the text they are
 */
record Found(
        String field,
        @Nullable String of,
        Passage passage,
        boolean together,
        BitSet whole,
        BitSet loose,
        BitSet places) {

    private static final Comparator<Found> BEST = Comparator.comparing((Found it) -> !it.together)
            .thenComparing(it -> -it.whole.cardinality())
            .thenComparing(it -> -it.loose.cardinality());

    private static Found nothing(String field, @Nullable String of, Passage passage, boolean together) {
        return new Found(field, of, passage, together, new BitSet(), new BitSet(), new BitSet());
    }

    /** In a text. */
    static Found in(String text, String field, @Nullable String of, Asked asked) {
        Passage passage = Passage.of(text);
        Found found = nothing(field, of, passage, asked.isTogetherIn(passage));
        for (int i = 0; i < asked.terms().size(); i++) {
            found.look(asked.terms().get(i), i, true);
        }
        return found;
    }

    /** In a name, as it is written. */
    static Found inName(String name, String field, String of, Asked asked) {
        Passage passage = Passage.of(name);
        Found found = nothing(field, of, passage, asked.isTogetherIn(passage));
        for (int i = 0; i < asked.terms().size(); i++) {
            Asked.Term term = asked.terms().get(i);
            found.look(term, i, term.equals(asked.last()));
        }
        return found;
    }

    /** In a name where a term spells a part of it otherwise; a single letter spells no other word than itself. */
    static Found spelledOtherwise(String name, String field, String of, Asked asked) {
        Found found = nothing(field, of, Passage.of(name), false);
        Name held = Name.of(name);
        for (int i = 0; i < asked.terms().size(); i++) {
            Likeness likeness = Likeness.found(asked.terms().get(i).name(), held);
            if (likeness.score() >= Likeness.FOUND && likeness.way() != Way.INITIALS) {
                found.loose.set(i);
            }
        }
        return found;
    }

    private void look(Asked.Term term, int number, boolean mayBegin) {
        if (term.isIn(passage)) {
            whole.set(number);
        }
        if (mayBegin || whole.get(number)) {
            BitSet where = term.places(passage);
            if (!where.isEmpty()) {
                loose.set(number);
                places.or(where);
            }
        }
    }

    /** How closely several texts match together; absent where a term occurs in none of them. */
    static @Nullable Closeness closeness(List<Found> texts, Asked asked) {
        int terms = asked.terms().size();
        BitSet whole = new BitSet();
        BitSet loose = new BitSet();
        for (Found each : texts) {
            if (each.together) {
                return Closeness.TOGETHER;
            }
            whole.or(each.whole);
            loose.or(each.loose);
        }
        if (whole.cardinality() == terms) {
            return Closeness.WHOLE;
        }
        return loose.cardinality() == terms ? Closeness.LOOSE : null;
    }

    /** The texts in which anything was found; the best only, in their order, where there are more than that. */
    static List<FieldMatch> shown(List<Found> texts, int most) {
        List<Found> found = texts.stream().filter(it -> !it.loose.isEmpty()).toList();
        List<Found> best = found.stream().sorted(BEST).limit(most).toList();
        return found.stream().filter(best::contains).map(Found::match).toList();
    }

    private FieldMatch match() {
        return new FieldMatch(field, of, passage.text(), highlights());
    }

    /** A name that is only spelled otherwise is found as a whole. */
    private List<Highlight> highlights() {
        List<Highlight> highlights = new ArrayList<>();
        if (places.isEmpty()) {
            highlights.add(new Highlight(0, passage.text().length()));
        }
        for (int at = places.nextSetBit(0); at >= 0; ) {
            int end = at;
            while (places.get(end + 1) && areSideBySide(end)) {
                end++;
            }
            highlights.add(new Highlight(
                    passage.words().get(at).from(), passage.words().get(end).to()));
            at = places.nextSetBit(end + 1);
        }
        return highlights;
    }

    private boolean areSideBySide(int at) {
        Word word = passage.words().get(at);
        Word next = passage.words().get(at + 1);
        return word.sign() && next.sign() && word.to() == next.from();
    }
}
