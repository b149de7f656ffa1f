package org.claimsledger.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalCodeTest {

    @ParameterizedTest
    @EnumSource(RefusalCode.class)
    void aCodeIsSpelledInSmallLettersAndHasAMeaning(RefusalCode code) {
        assertThat(code.code()).matches("[a-z]+(_[a-z]+)*");
        assertThat(code.meaning()).matches("[A-Z].*[^.]");
    }
}
