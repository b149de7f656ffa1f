package org.claimsledger.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether two names can be one organisation's. */
class BodyLikenessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Acme Ltd                 | Acme Limited
        Acme, Inc.               | Acme Incorporated
        Acme Corp.               | Acme Corporation
        Acme Co., Ltd.           | Acme Company Limited
        Acme L.L.C.              | Acme LLC
        Acme                     | Acme Ltd
        ОАО Газпром              | Gazprom, JSC
        ОАО "Газпром"            | Open Joint Stock Company Gazprom
        ООО Альфа                | Limited Liability Company Alfa
        ТОО Казахмыс             | Kazakhmys LLP
        АО Казмунайгаз           | JSC KazMunayGas
        ПАО Роснефть             | Публичное акционерное общество Роснефть
        შპს ალფა                 | Alpha LLC
        Deutsche Bank AG         | Deutsche Bank Aktiengesellschaft
        Banco Santander, S.A.    | Banco Santander
        Grupo México, S.A.B. de C.V. | Grupo Mexico SAB de CV
        """)
    void aLegalFormMayBeShortTranslatedOrLeftOut(String one, String other) {
        requireSame(one, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Sovereignbank            | Sovereign Bank
        Vnesh Torg Bank          | Vneshtorgbank
        Exxon Mobil Corporation  | ExxonMobil
        Johnson & Johnson        | Johnson and Johnson
        The Boeing Company       | Boeing Co
        Intl Trading Corp        | International Trading Corporation
        Smith Bros. Mfg. Co.     | Smith Brothers Manufacturing Company
        Bank Mellat              | Mellat Bank
        A.B.C. Company           | ABC Company
        I.B.M.                   | IBM
        Central Intelligence Agency | CIA
        Revolutionary Guard Corps (IRGC) | Revolutionary Guard Corps
        """)
    void joinedWordsAbbreviationsAndAcronymsAreTolerated(String one, String other) {
        requireSame(one, other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a country more           | Banco Santander        | Banco Santander Chile
        a place more             | Bank of China          | Bank of China Hong Kong
        a business more          | Rosneft                | Rosneft Trading
        letters in another order | A.B.C.                 | C.B.A. Company
        letters in another order | ABC Ltd                | CBA Ltd
        another business         | Acme Shipping          | Acme Chemical
        another legal form       | JSC Volga              | OOO Volga
        another number           | School No. 5           | School No. 6
        another letter           | Bank Mellat            | Bank Melli
        """)
    void anotherBodyIsClearlyLower(String rule, String one, String other) {
        assertThat(same(one, other)).isLessThan(Likeness.ONE_PERSON);
    }

    @Test
    void aNameThatDoesNotShowItIsComparedAsThatOfABodyWhereItIsKnownToBeOne() {
        Name bank = Name.of("Gazprom Neft");
        Name branch = Name.of("Gazprom Neft Serbia");

        assertThat(Likeness.ofOnePerson(bank, branch).score()).isGreaterThanOrEqualTo(Likeness.ONE_PERSON);
        assertThat(Likeness.ofOneBody(bank, branch).score()).isLessThan(Likeness.ONE_PERSON);
    }

    @Test
    void whatIsAFormInOneNameIsAWordInAnother() {
        assertThat(Name.of("Mem de Sá").words().getLast().kind()).isEqualTo(NameWord.Kind.PLAIN);
        assertThat(Name.of("Total SA").words().getLast().kind()).isEqualTo(NameWord.Kind.FORM);
        assertThat(Name.of("Co").words().getFirst().kind()).isEqualTo(NameWord.Kind.PLAIN);
    }

    @Test
    void aLegalFormThatIsAskedForAloneFindsWhateverHasOneOfItsFamily() {
        assertThat(KeyMatching.opens(Name.of("limited"), Name.of("Acme Ltd"))).isTrue();
        assertThat(KeyMatching.opens(Name.of("acme limited"), Name.of("Other Ltd")))
                .isFalse();
        assertThat(Likeness.isSpelledIn(Name.of("limited"), Name.of("Acme Ltd")))
                .isTrue();
        assertThat(Likeness.isSpelledIn(Name.of("incorporated"), Name.of("Acme Ltd")))
                .isFalse();
    }

    private static void requireSame(String one, String other) {
        assertThat(same(one, other)).as(one + " | " + other).isGreaterThanOrEqualTo(Likeness.ONE_PERSON);
        assertThat(same(other, one)).isEqualTo(same(one, other));
        assertThat(KeyMatching.opens(Name.of(one), Name.of(other))).isTrue();
        assertThat(KeyMatching.opens(Name.of(other), Name.of(one))).isTrue();
    }

    private static double same(String one, String other) {
        return Likeness.ofOnePerson(Name.of(one), Name.of(other)).score();
    }
}
