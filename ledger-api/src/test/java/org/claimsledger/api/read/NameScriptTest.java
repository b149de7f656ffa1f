package org.claimsledger.api.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimsledger.api.read.SubjectView.NameScript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameScriptTest {

    @ParameterizedTest
    @CsvSource({
        "Rakhat Aliyev, Latn",
        "R. M. Aliyev-7, Latn",
        "Рахат Әлиев, Cyrl",
        "معمر القذافي, Arab",
        "Rakhat Алиев, Zyyy",
        "1937,"
    })
    void aNameIsInTheScriptOfItsLetters(String name, String script) {
        assertThat(NameScript.of(name)).isEqualTo(script);
    }
}
