package org.claimsledger.name;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a text into the words of a name. */
final class NameParser {

    private static final Sounds SERVANT = Sounds.read("abd");
    private static final Sounds ARABIC_SERVANT = Sounds.read("عبد");
    private static final Sounds GOD = Sounds.read("lah");
    private static final Sounds ARABIC_GOD = Sounds.read("له");

    private final List<NameToken> nameTokens;
    private final List<NameWord> nameWords = new ArrayList<>();

    private NameParser(List<NameToken> nameTokens) {
        this.nameTokens = nameTokens;
    }

    static List<NameWord> of(String text) {
        NameParser nameParser = new NameParser(NameToken.tokensInSpokenOrder(text));
        int at = 0;
        while (at < nameParser.nameTokens.size() && nameParser.nameWords.size() < Name.WORDS) {
            at = nameParser.takeFrom(at);
        }
        return List.copyOf(nameParser.nameWords);
    }

    /** Reads the word that begins at a token, and returns the index of the token after it. */
    private int takeFrom(int at) {
        NameToken nameToken = nameTokens.get(at);
        int next = at + 1;
        if (next == nameTokens.size()) {
            addNoun(nameToken, false);
            return next;
        }
        if (Particles.isTitle(nameToken)) {
            return next;
        }
        if (Particles.isServant(nameToken) && !nameTokens.get(next).isInitial()) {
            int named = next + 1 < nameTokens.size()
                            && Particles.isArticleOf(nameTokens.get(next), nameTokens.get(next + 1))
                    ? next + 1
                    : next;
            NameWord served = word(nameTokens.get(named), true);
            nameWords.add(served.prefixedWith(
                    nameToken.written(), "abd", served.sounds().bare() ? ARABIC_SERVANT : SERVANT));
            return named + 1;
        }
        if (Particles.isArticleOf(nameToken, nameTokens.get(next))) {
            addNoun(nameTokens.get(next), true);
            return next + 1;
        }
        addNoun(nameToken, false);
        return next;
    }

    /** Joins Nur al-Din and Nasr Allah to one word each. */
    private void addNoun(NameToken nameToken, boolean articled) {
        NameWord noun = word(nameToken, articled);
        boolean joins = Particles.isFaith(nameToken) && noun.hasArticle() || Particles.isGod(nameToken);
        if (joins && !nameWords.isEmpty() && nameWords.getLast().kind() == NameWord.Kind.PLAIN) {
            NameWord before = nameWords.removeLast();
            nameWords.add(noun.prefixedWith(before.written(), before.folded(), before.sounds()));
        } else {
            nameWords.add(noun);
        }
    }

    private static NameWord word(NameToken nameToken, boolean articled) {
        String small = nameToken.small();
        if (Particles.isGod(nameToken)) {
            return new NameWord(nameToken, NameWord.Kind.PLAIN, Sounds.isArabic(small) ? ARABIC_GOD : GOD, true, null);
        }
        if (Sounds.isArabic(small) && small.startsWith("ال") && small.length() > 3) {
            return new NameWord(
                    nameToken, NameWord.Kind.PLAIN, Sounds.read(small.substring(2)), true, Sounds.read(small));
        }
        String apart = FusedArabicNames.split(small);
        Sounds sounds = Sounds.read(apart == null ? small : apart);
        return new NameWord(nameToken, kind(nameToken, sounds), sounds, articled, withoutFusedArticle(small, sounds));
    }

    private static NameWord.Kind kind(NameToken nameToken, Sounds sounds) {
        if (nameToken.isInitial()) {
            return NameWord.Kind.INITIAL;
        }
        if (Particles.isParticle(nameToken)) {
            return NameWord.Kind.PARTICLE;
        }
        return Patronymics.isPatronymic(sounds) ? NameWord.Kind.PATRONYMIC : NameWord.Kind.PLAIN;
    }

    /** Alrasheed and Elbaradei without the letters that may be an article. */
    private static @Nullable Sounds withoutFusedArticle(String small, Sounds sounds) {
        boolean glued =
                (small.startsWith("al") || small.startsWith("el") || small.startsWith("ал") || small.startsWith("эл"))
                        && sounds.length() > 4
                        && !sounds.row()[2].isVowel();
        return glued ? sounds.from(2) : null;
    }
}
