package org.claimsledger.name;

import java.util.ArrayList;
import java.util.List;
import org.claimsledger.name.LegalForms.LegalForm;
import org.jspecify.annotations.Nullable;

/** Splits a text into the words of a name. */
final class NameParser {

    private static final Sounds SERVANT = Sounds.read("abd");
    private static final Sounds ARABIC_SERVANT = Sounds.read("عبد");
    private static final Sounds GOD = Sounds.read("lah");
    private static final Sounds ARABIC_GOD = Sounds.read("له");

    /** Nurul and Ziaul end in the article of the next word. */
    private static final int SHORTEST_WITH_ARTICLE = 5;

    /** Letters before which an article is spoken as they are. */
    private static final String SUN_LETTERS = "dnrstz";

    private final List<NameToken> nameTokens;
    private final List<NameWord> nameWords = new ArrayList<>();
    private boolean named;

    private NameParser(List<NameToken> nameTokens) {
        this.nameTokens = nameTokens;
    }

    static List<NameWord> of(List<NameToken> nameTokens) {
        NameParser nameParser = new NameParser(Acronyms.joined(nameTokens));
        nameParser.takeAll();
        if (nameParser.nameWords.stream().noneMatch(word -> word.isTelling() || word.kind() == NameWord.Kind.FORM)) {
            nameParser.takeAllAsTheyAre();
        }
        return List.copyOf(nameParser.nameWords);
    }

    private void takeAll() {
        int at = 0;
        while (at < nameTokens.size() && nameWords.size() < Name.WORDS) {
            LegalForm form = LegalForms.at(at, nameTokens);
            if (form == null) {
                at = takeFrom(at);
            } else {
                addForm(at, form);
                at += form.words();
            }
        }
    }

    /** A name of nothing but titles and particles is these words. */
    private void takeAllAsTheyAre() {
        nameWords.clear();
        nameTokens.stream().limit(Name.WORDS).forEach(token -> nameWords.add(word(token, token.folded(), false)));
    }

    private void addForm(int at, LegalForm form) {
        List<NameToken> taken = nameTokens.subList(at, at + form.words());
        String written = String.join(" ", taken.stream().map(NameToken::written).toList());
        String folded = String.join("", taken.stream().map(NameToken::folded).toList());
        nameWords.add(NameWord.ranked(written, folded, NameWord.Kind.FORM, form.families()));
    }

    /** Reads the word that begins at a token, and returns the index of the token after it. */
    private int takeFrom(int at) {
        NameToken nameToken = nameTokens.get(at);
        int next = at + 1;
        boolean last = next == nameTokens.size();
        Integer generation = at == 0 ? null : Titles.generation(nameToken);
        if (generation != null) {
            nameWords.add(
                    NameWord.ranked(nameToken.written(), nameToken.folded(), NameWord.Kind.GENERATION, generation));
            return next;
        }
        if (last ? at > 0 && Titles.isHonour(nameToken) : Titles.isTitle(nameToken)) {
            return next;
        }
        if (!last && !named && Titles.maybeTitle(nameToken) && !isNameOfAChild(next)) {
            nameWords.add(word(nameToken, nameToken.folded(), false).as(NameWord.Kind.ASIDE));
            return next;
        }
        named = true;
        if (last) {
            addNoun(nameToken, false, at);
            return next;
        }
        if (Particles.isServant(nameToken) && !nameTokens.get(next).isInitial()) {
            return takeServant(nameToken, next);
        }
        if (Particles.isArticleOf(nameToken, nameTokens.get(next))) {
            addNoun(nameTokens.get(next), true, next);
            return next + 1;
        }
        addNoun(nameToken, false, at);
        return next;
    }

    /** Whether bin or the like follows, and a word before it is somebody's own name. */
    private boolean isNameOfAChild(int next) {
        String particle = Particles.particle(nameTokens.get(next), false, next == nameTokens.size() - 1);
        return particle != null && Particles.isFiliation(particle);
    }

    private int takeServant(NameToken servant, int next) {
        int served =
                next + 1 < nameTokens.size() && Particles.isArticleOf(nameTokens.get(next), nameTokens.get(next + 1))
                        ? next + 1
                        : next;
        NameToken nameToken = nameTokens.get(served);
        NameWord god = word(nameToken, nameToken.folded(), true);
        nameWords.add(god.prefixedWith(servant.written(), "abd", god.sounds().bare() ? ARABIC_SERVANT : SERVANT));
        return served + 1;
    }

    /** Joins Nur al-Din and Nasr Allah to one word each. */
    private void addNoun(NameToken nameToken, boolean articled, int at) {
        boolean last = at == nameTokens.size() - 1;
        String particle = articled ? null : Particles.particle(nameToken, at == 0, last);
        NameWord noun = particle == null
                ? word(nameToken, Abbreviations.spelledOut(nameToken, at == 0 && !last), articled)
                : NameWord.of(nameToken, particle, NameWord.Kind.PARTICLE, Sounds.read(nameToken.small()), false, null);
        if (!last
                && noun.sounds().length() >= SHORTEST_WITH_ARTICLE
                && endsInArticle(nameToken, nameTokens.get(at + 1))) {
            noun = noun.orForm(noun.sounds().to(noun.sounds().length() - 2));
        }
        boolean joins = Particles.isFaith(nameToken) && noun.hasArticle() || Particles.isGod(nameToken);
        if (joins && !nameWords.isEmpty() && nameWords.getLast().kind() == NameWord.Kind.PLAIN) {
            NameWord before = nameWords.removeLast();
            nameWords.add(noun.prefixedWith(before.written(), before.folded(), before.sounds()));
        } else {
            nameWords.add(noun);
        }
    }

    private static boolean endsInArticle(NameToken nameToken, NameToken next) {
        String folded = nameToken.folded();
        int end = folded.length() - 1;
        return folded.endsWith("ul")
                || end > 0
                        && folded.charAt(end - 1) == 'u'
                        && SUN_LETTERS.indexOf(folded.charAt(end)) >= 0
                        && folded.charAt(end) == next.folded().charAt(0);
    }

    /** {@code tzh} is т and ж in one name and צ and ח in another. */
    private static NameWord word(NameToken nameToken, String meant, boolean articled) {
        String small = meant.equals(nameToken.folded()) ? nameToken.small() : meant;
        if (Particles.isGod(nameToken)) {
            Sounds god = Sounds.isArabic(small) ? ARABIC_GOD : GOD;
            return NameWord.of(nameToken, meant, NameWord.Kind.PLAIN, god, true, null);
        }
        if (Sounds.isArabic(small) && small.startsWith("ال") && small.length() > 3) {
            return NameWord.of(
                    nameToken, meant, NameWord.Kind.PLAIN, Sounds.read(small.substring(2)), true, Sounds.read(small));
        }
        String apart = FusedArabicNames.split(small);
        Sounds sounds = Sounds.read(apart == null ? small : apart);
        NameWord word = NameWord.of(
                nameToken, meant, kind(nameToken, meant, sounds), sounds, articled, withoutFusedArticle(small, sounds));
        return small.contains("tzh") ? word.orForm(Sounds.read(small.replace("tzh", "tz'h"))) : word;
    }

    private static NameWord.Kind kind(NameToken nameToken, String meant, Sounds sounds) {
        if (nameToken.aside()) {
            return NameWord.Kind.ASIDE;
        }
        if (nameToken.isInitial() && meant.equals(nameToken.folded())) {
            return NameWord.Kind.INITIAL;
        }
        return Patronymics.isPatronymic(sounds) ? NameWord.Kind.PATRONYMIC : NameWord.Kind.PLAIN;
    }

    /** Alrasheed and Elbaradei without the letters that may be an article. */
    private static @Nullable Sounds withoutFusedArticle(String small, Sounds sounds) {
        boolean glued =
                (small.startsWith("al") || small.startsWith("el") || small.startsWith("ал") || small.startsWith("эл"))
                        && sounds.length() > 4;
        return glued ? sounds.from(2) : null;
    }
}
