package org.claimsledger.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The syllables of Chinese in Hanyu Pinyin (ISO 7098), and as Wade-Giles spells them. Its sign of aspiration is often left
 * out, so that a spelling may stand for several syllables.
 */
final class ChineseSyllables {

    /** How many readings of a word are kept. */
    private static final int MOST = 8;

    private static final int LONGEST = 7;

    /** An initial, then the finals that occur with it. */
    private static final String SYLLABLES = """
        - a ai an ang ao e ei en eng er o ou yi ya yan yang yao ye yin ying yong you yu yuan yue yun wa wai wan wang wei wen weng
        - wo wu
        b a ai an ang ao ei en eng i ian iao ie in ing o u
        p a ai an ang ao ei en eng i ian iao ie in ing o ou u
        m a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
        f a an ang ei en eng o ou u
        d a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan ui un uo
        t a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
        n a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong u uan uo ü üe
        l a ai an ang ao e ei eng i ian iang iao ie in ing iu ong ou u uan un uo ü üe
        g a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
        k a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo
        h a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
        j i ia ian iang iao ie in ing iong iu u uan ue un
        q i ia ian iang iao ie in ing iong iu u uan ue un
        x i ia ian iang iao ie in ing iong iu u uan ue un
        zh a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
        ch a ai an ang ao e en eng i ong ou u uai uan uang ui un uo
        sh a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
        r an ang ao e en eng i ong ou u uan ui un uo
        z a ai an ang ao e ei en eng i ong ou u uan ui un uo
        c a ai an ang ao e en eng i ong ou u uan ui un uo
        s a ai an ang ao e en eng i ong ou u uan ui un uo
        """;

    private static final Map<String, String> WADE_GILES_INITIALS = Map.ofEntries(
            Map.entry("b", "p"),
            Map.entry("p", "p'"),
            Map.entry("d", "t"),
            Map.entry("t", "t'"),
            Map.entry("g", "k"),
            Map.entry("k", "k'"),
            Map.entry("j", "ch"),
            Map.entry("q", "ch'"),
            Map.entry("x", "hs"),
            Map.entry("zh", "ch"),
            Map.entry("ch", "ch'"),
            Map.entry("r", "j"),
            Map.entry("z", "ts"),
            Map.entry("c", "ts'"));

    private static final Map<String, String> WADE_GILES_FINALS = Map.of(
            "ian", "ien", "ie", "ieh", "ong", "ung", "iong", "iung", "üe", "üeh", "er", "erh", "ye", "yeh", "yan",
            "yen");

    private static final Map<String, String> WADE_GILES_WHOLE = Map.ofEntries(
            Map.entry("zi", "tzu"),
            Map.entry("ci", "tz'u"),
            Map.entry("si", "ssu"),
            Map.entry("ge", "ko"),
            Map.entry("ke", "k'o"),
            Map.entry("he", "ho"),
            Map.entry("gui", "kuei"),
            Map.entry("kui", "k'uei"),
            Map.entry("yi", "i"),
            Map.entry("you", "yu"),
            Map.entry("yong", "yung"),
            Map.entry("yue", "yueh"),
            Map.entry("guo", "kuo"),
            Map.entry("kuo", "k'uo"),
            Map.entry("huo", "huo"),
            Map.entry("shuo", "shuo"),
            Map.entry("ri", "jih"));

    /** From a spelling, with and without the sign of aspiration, to the syllables in Pinyin. */
    private static final Map<String, Set<String>> SPELLINGS = spellings();

    private ChineseSyllables() {}

    /** The syllables in Pinyin that a word may be which has only one; none where it is none. */
    static Set<String> syllables(String small) {
        return SPELLINGS.getOrDefault(small, Set.of());
    }

    /** The readings of a word as syllables in Pinyin, a space after each; none where it is not made of such syllables. */
    static Set<String> readings(String small) {
        Set<String> readings = new LinkedHashSet<>();
        read(small.replace('\u2018', '\''), 0, "", readings);
        return readings;
    }

    private static void read(String small, int from, String before, Set<String> readings) {
        if (from == small.length()) {
            readings.add(before);
            return;
        }
        for (int end = Math.min(small.length(), from + LONGEST); end > from && readings.size() < MOST; end--) {
            for (String syllable : SPELLINGS.getOrDefault(small.substring(from, end), Set.of())) {
                if (readings.size() < MOST) {
                    read(small, end, before + syllable + " ", readings);
                }
            }
        }
    }

    private static Map<String, Set<String>> spellings() {
        Map<String, Set<String>> spellings = new HashMap<>();
        for (String line : SYLLABLES.strip().split("\\n")) {
            String[] cells = line.strip().split(" ");
            String initial = cells[0].equals("-") ? "" : cells[0];
            for (int i = 1; i < cells.length; i++) {
                String pinyin = initial + cells[i];
                enter(spellings, pinyin, pinyin);
                for (String wadeGiles : wadeGiles(initial, cells[i])) {
                    enter(spellings, wadeGiles, pinyin);
                }
            }
        }
        return spellings;
    }

    private static void enter(Map<String, Set<String>> spellings, String spelling, String pinyin) {
        String plain = pinyin.replace('ü', 'u');
        for (String each : List.of(spelling, spelling.replace("'", ""))) {
            spellings
                    .computeIfAbsent(each.replace('ü', 'u'), none -> new LinkedHashSet<>())
                    .add(plain);
            spellings.computeIfAbsent(each, none -> new LinkedHashSet<>()).add(plain);
        }
    }

    private static List<String> wadeGiles(String initial, String end) {
        List<String> spellings = new ArrayList<>();
        String whole = WADE_GILES_WHOLE.get(initial + end);
        if (whole != null) {
            spellings.add(whole);
        }
        String begin = WADE_GILES_INITIALS.getOrDefault(initial, initial);
        boolean palatal = initial.equals("j") || initial.equals("q") || initial.equals("x");
        boolean hissing = initial.equals("zh") || initial.equals("ch") || initial.equals("sh") || initial.equals("r");
        if (hissing && end.equals("i")) {
            spellings.add(begin + "ih");
        } else if (palatal && end.startsWith("u")) {
            String round = "ü" + end.substring(1);
            spellings.add(begin + WADE_GILES_FINALS.getOrDefault(round, round));
        } else if (end.equals("uo") && !Set.of("g", "k", "h", "sh").contains(initial)) {
            spellings.add(begin + "o");
        } else {
            spellings.add(begin + WADE_GILES_FINALS.getOrDefault(end, end));
        }
        if (end.equals("e") && !initial.isEmpty()) {
            spellings.add(begin + "eh");
        }
        return spellings;
    }
}
