package org.claimsledger.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in Greek, Hebrew, Georgian, Armenian and Korean letters, and Chinese ones in two romanisations. */
class OtherScriptsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ELOT 743            | Αλέξης Τσίπρας           | Alexis Tsipras
        αυ = av, af         | Παύλος Ευθυμίου          | Pavlos Efthymiou
        γ = g               | Γιώργος Παπανδρέου       | Giorgos Papandreou
        γ = y               | Γιάνης Βαρουφάκης        | Yanis Varoufakis
        μπ = b              | Ντόρα Μπακογιάννη        | Dora Bakoyannis
        ISO 843 ō, ī        | Γεώργιος Σεφέρης         | Geōrgios Seferīs
        χ = ch              | Χρήστος Παπαδόπουλος     | Christos Papadopoulos
        in capitals, no ς   | ΚΩΝΣΤΑΝΤΙΝΟΣ ΚΑΡΑΜΑΝΛΗΣ  | Konstantinos Karamanlis
        """)
    void greekIsReadByIso843AndElot743(String rule, String one, String other) {
        requireSame(one, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ב = b, v            | דוד בן גוריון            | David Ben-Gurion
        כ = kh, ch          | מנחם בגין                | Menachem Begin
        פ = p, f            | נפתלי בנט                | Naftali Bennett
        ש = s, sh           | משה דיין                 | Moshe Dayan
        ח = ch              | חיים ויצמן               | Chaim Weizmann
        צ = tz              | ציפי לבני                | Tzipi Livni
        צח = tzh            | יצחק רבין                | Yitzhak Rabin
        Benjamin            | בנימין נתניהו            | Benjamin Netanyahu
        """)
    void hebrewIsReadByIso259AndTheAcademysRules(String rule, String one, String other) {
        requireSame(one, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        national system     | მიხეილ სააკაშვილი        | Mikheil Saakashvili
        ISO 9984 š          | გიორგი მარგველაშვილი     | Giorgi Margvelašvili
        ISO 9984 t‘         | თენგიზ კიტოვანი          | T‘engiz Kitovani
        ღ = gh, g           | ირაკლი ღარიბაშვილი       | Irakli Garibashvili
        French              | სალომე ზურაბიშვილი       | Salome Zourabichvili
        in capitals         | ᲗᲔᲜᲒᲘᲖ ᲙᲘᲢᲝᲕᲐᲜᲘ          | თენგიზ კიტოვანი
        """)
    void georgianIsReadByIso9984AndTheNationalSystem(String rule, String one, String other) {
        requireSame(one, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        BGN/PCGN            | Նիկոլ Փաշինյան           | Nikol Pashinyan
        գ = g, k            | Արմեն Սարգսյան           | Armen Sarkissian
        դ = d, t            | Վարդան Օսկանյան          | Vartan Oskanian
        ո = vo              | Ոսկան Երևանցի            | Voskan Yerevantsi
        in capitals         | ՆԻԿՈԼ ՓԱՇԻՆՅԱՆ           | Nikol Pashinyan
        """)
    void armenianIsReadByIso9985AndInItsWesternWay(String rule, String one, String other) {
        requireSame(one, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        press               | 박근혜                   | Park Geun-hye
        McCune-Reischauer   | 박근혜                   | Pak Kŭn-hye
        Revised             | 김정은                   | Gim Jeongeun
        North Korean        | 김정은                   | Kim Jong Un
        given name first    | 이승만                   | Seung-man Lee
        two romanisations   | Jang Song Thaek          | Chang Sŏng-t'aek
        """)
    void koreanIsOneInAllItsRomanisations(String rule, String one, String other) {
        requireSame(one, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        zh = ch             | Zhou Enlai               | Chou En-lai
        d = t, x = hs       | Deng Xiaoping            | Teng Hsiao-p'ing
        z = ts, d = t       | Mao Zedong               | Mao Tse-tung
        r = j               | Zhu Rongji               | Chu Jung-chi
        iu, ü               | Chen Yun                 | Ch'en Yün
        in three words      | Xi Jinping               | XI Jin Ping
        surname last        | Zhang Gaoli              | Gaoli Zhang
        """)
    void chineseIsOneInPinyinAndWadeGiles(String rule, String one, String other) {
        requireSame(one, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Γιώργος Παπανδρέου  | Andreas Papandreou
        Λουκάς Παπαδήμος    | Loukas Papadopoulos
        אהוד ברק            | Ehud Olmert
        მიხეილ სააკაშვილი   | Mikheil Saralidze
        Սերժ Սարգսյան       | Vazgen Sargsyan
        김정은              | Kim Jong Il
        Lin Biao            | Lin Bao
        Wang Yi             | Wang Yang
        """)
    void otherNamesStayOthers(String one, String other) {
        assertThat(Likeness.ofOnePerson(Name.of(one), Name.of(other)).score()).isLessThan(Likeness.ONE_PERSON);
    }

    private static void requireSame(String one, String other) {
        Likeness likeness = Likeness.ofOnePerson(Name.of(one), Name.of(other));
        assertThat(likeness.score()).as(one + " | " + other).isGreaterThanOrEqualTo(Likeness.ONE_PERSON);
        assertThat(KeyMatching.opens(Name.of(one), Name.of(other))).isTrue();
        assertThat(KeyMatching.opens(Name.of(other), Name.of(one))).isTrue();
        assertThat(Likeness.ofQuery(Name.of(one), Name.of(other)).score()).isGreaterThanOrEqualTo(Likeness.MATCH);
    }
}
