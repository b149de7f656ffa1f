package org.claimsledger.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The legal forms of companies, as registers and ISO 20275 abbreviate them and as they are translated: Ltd, Limited, OOO
 * and LLC are one family. A body is often named without its form, so a form makes no other name; two forms of different
 * families do.
 */
final class LegalForms {

    /** Of limited liability. */
    static final int LIMITED = 1;
    /** By shares. */
    static final int STOCK = 2;
    /** A partnership. */
    static final int PARTNERSHIP = 4;
    /** A company of any form. */
    static final int ANY = LIMITED | STOCK | PARTNERSHIP;

    /**
     * A legal form within a name.
     *
     * @param words how many words it takes
     * @param families the families that it belongs to, one bit each
     */
    record LegalForm(int words, int families) {}

    private static final int LONGEST = 6;

    private static final String OF_LIMITED_LIABILITY = """
        ltd|limited|llc|l l c|limited liability company|ltda|limitada|lda|pte|pty|pvt|proprietary|sdn|bhd|berhad
        gmbh|gesellschaft mit beschrankter haftung|ug|bv|b v|besloten vennootschap|srl|s r l|sarl|s a r l|eurl
        societe a responsabilite limitee|sociedad de responsabilidad limitada|sociedad limitada|s de rl|sl|s l
        sociedade limitada|societa a responsabilita limitata|sp z o o|spolka z o o|sp zoo|sro|s r o|spol s r o|doo|d o o
        eood|ood|kft|uab|sia|ou|osauhing|oy|aps|mchj|mmc|ооо|общество с ограниченной ответственностью|ooo|тоо|too
        товарищество с ограниченной ответственностью|жшс|жауапкершілігі шектеулі серіктестігі|тов|tov|осоо|osoo
        товариство з обмеженою відповідальністю|шпс|სპს|შპს|սպը|επε|ικε|בעמ
        """;

    private static final String BY_SHARES = """
        plc|p l c|public limited company|inc|incorporated|corp|corporation|jsc|j s c|ojsc|cjsc|pjsc|joint stock company
        joint stock|open joint stock company|closed joint stock company|public joint stock company|ag|aktiengesellschaft
        sa|s a|societe anonyme|sociedad anonima|sociedade anonima|sa de cv|sab de cv|s a de c v|s a b de c v|spa|s p a
        societa per azioni|nv|n v|naamloze vennootschap|ab|aktiebolag|abp|asa|as|a s|a ş|anonim sirketi|anonim sirket
        se|kk|kabushiki kaisha|tbk|nyrt|zrt|rt|оао|oao|ао|ao|зао|zao|пао|pao|акционерное общество|нао
        открытое акционерное общество|закрытое акционерное общество|публичное акционерное общество|ат|ад|ad|aqs
        пат|прат|ват|зат|акціонерне товариство|публічне акціонерне товариство|приватне акціонерне товариство
        відкрите акціонерне товариство|ақ|акционерлік қоғамы|акционерлік қоғам|qsc|asc|psc|kpsc|saog|saoc|сს|სს
        փբը|բբը|αε|α ε
        """;

    private static final String PARTNERSHIPS = """
        lp|l p|limited partnership|kg|kommanditgesellschaft|ohg|gbr|cv|vof|snc|scs
        """;

    private static final String OF_EITHER = """
        llp|l l p|limited liability partnership|gmbh co kg|gmbh and co kg
        """;

    private static final String COMPANIES = "co|company|companies|cie|compagnie|компания|компаниясы";

    /** Those that are words or names as well: they count in capitals, at the end, some also at the beginning. */
    private static final Set<String> IN_CAPITALS = Set.of(
            "sa", "ag", "ab", "as", "se", "ad", "bv", "nv", "kg", "cv", "sl", "ug", "ou", "oy", "ao", "too", "pao",
            "zao", "kk", "rt", "lp", "spa", "asa", "sia", "doo", "ood", "sro", "srl", "ат", "ад", "ао", "пат", "ват",
            "зат", "тов", "tov", "тоо", "нао", "asc", "psc", "scs", "snc", "uab", "αε", "ақ");

    private static final Set<String> FIRST_TOO = Set.of(
            "ao", "too", "pao", "zao", "uab", "ат", "ад", "ао", "пат", "ват", "зат", "тов", "tov", "тоо", "нао", "ақ",
            "sia");

    private static final Map<String, Integer> FAMILIES = families();

    private static final Set<String> FIRST_WORDS =
            FAMILIES.keySet().stream().map(form -> form.split(" ")[0]).collect(Collectors.toUnmodifiableSet());

    private LegalForms() {}

    /** The longest form that begins at a token; null where there is none. */
    static @Nullable LegalForm at(int at, List<NameToken> nameTokens) {
        if (!FIRST_WORDS.contains(nameTokens.get(at).folded())) {
            return null;
        }
        LegalForm longest = null;
        StringBuilder phrase = new StringBuilder();
        boolean dotted = true;
        for (int end = at; end < Math.min(nameTokens.size(), at + LONGEST); end++) {
            NameToken nameToken = nameTokens.get(end);
            phrase.append(end == at ? "" : " ").append(nameToken.folded());
            dotted &= nameToken.dotted() || nameToken.folded().length() > 1;
            Integer families = FAMILIES.get(phrase.toString());
            boolean plain = nameTokens.get(at).folded().length() > 1 || dotted;
            if (families != null && plain && isMeant(phrase.toString(), at, end + 1, nameTokens)) {
                longest = new LegalForm(end + 1 - at, families);
            }
        }
        return longest;
    }

    private static boolean isMeant(String form, int at, int end, List<NameToken> nameTokens) {
        if (form.equals("co")) {
            return at > 0 && (end == nameTokens.size() || at(end, nameTokens) != null);
        }
        if (!IN_CAPITALS.contains(form)) {
            return true;
        }
        String written = nameTokens.get(at).written();
        boolean atEnd = at > 0 && (end == nameTokens.size() || at(end, nameTokens) != null);
        boolean placed = atEnd || at == 0 && FIRST_TOO.contains(form) && end < nameTokens.size();
        return placed && written.equals(written.toUpperCase(Locale.ROOT));
    }

    private static Map<String, Integer> families() {
        Map<String, Integer> families = new HashMap<>();
        enter(families, LIMITED, OF_LIMITED_LIABILITY);
        enter(families, STOCK, BY_SHARES);
        enter(families, PARTNERSHIP, PARTNERSHIPS);
        enter(families, LIMITED | PARTNERSHIP, OF_EITHER);
        enter(families, ANY, COMPANIES);
        return Map.copyOf(families);
    }

    private static void enter(Map<String, Integer> families, int family, String forms) {
        for (String line : forms.strip().split("\\n")) {
            for (String form : line.strip().split("\\|")) {
                List<String> folded = new ArrayList<>();
                for (String word : form.split(" ")) {
                    folded.add(LetterFolding.bare(word));
                }
                families.put(String.join(" ", folded), family);
            }
        }
    }
}
