package org.claimsledger.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chinese and Korean names, which standards write so differently that no letter of one stands for a letter of the other:
 * as a surname and a given name in one spelling. A name that may be read in several ways, or in either order, has a
 * reading for each.
 */
final class EastAsianNames {

    private static final String CHINESE = "c";
    private static final String KOREAN = "k";

    /** How many readings of a name are kept. */
    private static final int MOST = 16;

    private static final int MOST_WORDS = 4;
    private static final int MOST_SYLLABLES = 4;
    private static final int LONGEST_WORD = 20;

    private static final Set<String> CHINESE_SURNAMES = words("""
        li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng
        yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian
        ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan lei qian
        yin chang wen niu yi qiao lai gong ge bo hua bao geng ling qi mei mo ou ruan tao ning nie xi xiang zhan zhuang zuo bi
        hong ji ouyang sima shangguan zhuge
        """);

    private static final Set<String> DOUBLE_SURNAMES = Set.of("ouyang", "sima", "shangguan", "zhuge");

    /** Each Korean surname in the rough spelling, and how it is written in Latin letters. */
    private static final Map<String, String> KOREAN_SURNAMES = surnames("""
        kim:kim,gim i:lee,yi,rhee,ri,li,rhie,yee pak:park,pak,bak,bahk cwe:choi,choe,choy con:jeon,chon,chun,jun,cheon,jon
        coŋ:jung,jeong,chung,chong,joung,jong caŋ:jang,chang co:cho,jo,joo,chu,ju yon:yoon,yun,youn,yeon kaŋ:kang,gang
        han:han,hahn o:oh,o,woo,u so:seo,suh,so sin:shin,sin kwon:kwon,gwon hwaŋ:hwang an:ahn,an soŋ:song,sung,seong
        hoŋ:hong yaŋ:yang,ryang pe:bae,pae pek:baek,paek,paik,baik ho:heo,huh,ho,hur nam:nam sim:sim,shim no:noh,roh,no,ro
        ha:ha,hah kwak:kwak,gwak ca:cha ko:ko,koh,go,koo,ku,gu min:min cin:jin,chin ci:ji,chi om:um,eom,om ce:chae,chai
        paŋ:bang,pang koŋ:kong,gong hyon:hyun,hyon,hyeon ham:ham pyon:byun,pyon,byeon yom:yeom,yum,ryom yo:yoo,yu,ryu,ryoo
        to:do,to sok:seok,suk,sok son:son,sohn,sun,seon ma:ma pan:ban,pan mon:moon,mun tak:tak,thak im:im,lim,rim,yim
        na:na,ra kir:gil,kil
        """);

    private EastAsianNames() {}

    /** The readings of a name; none where it is no such name. */
    static Set<String> readings(List<NameToken> nameTokens) {
        Set<String> readings = new LinkedHashSet<>();
        if (nameTokens.isEmpty()
                || nameTokens.size() > MOST_WORDS
                || nameTokens.stream().anyMatch(EastAsianNames::isOfAnother)) {
            return readings;
        }
        if (nameTokens.stream().allMatch(token -> KoreanSyllables.isHangul(token.written()))) {
            addHangul(nameTokens, readings);
        } else if (nameTokens.size() > 1) {
            List<NameToken> rotated = new ArrayList<>(nameTokens.subList(1, nameTokens.size()));
            addLatin(nameTokens.getFirst(), rotated, readings);
            addLatin(nameTokens.getLast(), nameTokens.subList(0, nameTokens.size() - 1), readings);
        }
        return readings;
    }

    static boolean isChinese(Set<String> readings) {
        return readings.stream().anyMatch(reading -> reading.startsWith(CHINESE));
    }

    private static boolean isOfAnother(NameToken nameToken) {
        return nameToken.dotted() || nameToken.folded().length() > LONGEST_WORD;
    }

    private static void addHangul(List<NameToken> nameTokens, Set<String> readings) {
        StringBuilder whole = new StringBuilder();
        nameTokens.forEach(token -> whole.append(token.written()));
        int surname = nameTokens.size() > 1 ? nameTokens.getFirst().written().length() : 1;
        if (whole.length() > surname && whole.length() <= MOST_SYLLABLES) {
            readings.add(KOREAN
                    + KoreanSyllables.surname(KoreanSyllables.ofHangul(whole.substring(0, surname)))
                    + " "
                    + KoreanSyllables.ofHangul(whole.substring(surname)));
        }
    }

    private static void addLatin(NameToken surname, List<NameToken> given, Set<String> readings) {
        addChinese(surname, given, readings);
        String korean = KOREAN_SURNAMES.get(surname.folded());
        if (korean != null) {
            StringBuilder rest = new StringBuilder();
            for (NameToken nameToken : given) {
                String rough = KoreanSyllables.ofLatin(nameToken.folded());
                if (rough.isEmpty()) {
                    return;
                }
                rest.append(rough);
            }
            readings.add(KOREAN + korean + " " + rest);
        }
    }

    private static void addChinese(NameToken surname, List<NameToken> given, Set<String> readings) {
        Set<String> families = new LinkedHashSet<>(
                DOUBLE_SURNAMES.contains(surname.small())
                        ? Set.of(surname.small())
                        : ChineseSyllables.syllables(surname.small()));
        families.retainAll(CHINESE_SURNAMES);
        if (families.isEmpty()) {
            return;
        }
        Set<String> givens = new LinkedHashSet<>(Set.of(""));
        for (NameToken nameToken : given) {
            Set<String> longer = new LinkedHashSet<>();
            for (String syllables : ChineseSyllables.readings(nameToken.small())) {
                givens.forEach(before -> longer.add(before + syllables));
            }
            givens = longer;
        }
        for (String family : families) {
            givens.stream()
                    .filter(syllables -> syllables.chars().filter(c -> c == ' ').count() < MOST_SYLLABLES)
                    .map(syllables -> CHINESE + family + " " + syllables.replace(" ", ""))
                    .limit(Math.max(0, MOST - readings.size()))
                    .forEach(readings::add);
        }
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    private static Map<String, String> surnames(String table) {
        Map<String, String> surnames = new HashMap<>();
        for (String entry : table.strip().split("\\s+")) {
            int colon = entry.indexOf(':');
            for (String spelling : entry.substring(colon + 1).split(",")) {
                surnames.put(spelling, entry.substring(0, colon));
            }
        }
        return Map.copyOf(surnames);
    }
}
