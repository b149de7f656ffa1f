package org.claimsledger.desk.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.claimsledger.desk.words.Said;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final Said SUICIDE = new Said("“suicide”", "/claims/death");
    private static final Said HOMICIDE = new Said("“homicide”", "/claims/death-2");

    private final Reasons reasons = new Reasons(Map.of("death", SUICIDE, "death-2", HOMICIDE));

    @Test
    void idsOfClaimsBecomeWhatTheseSayWithALink() {
        assertThat(reasons.of("Two answers that exclude each other contend: death, death-2."))
                .containsExactly(
                        Said.plain("Two answers that exclude each other contend: "),
                        SUICIDE,
                        Said.plain(", "),
                        HOMICIDE,
                        Said.plain("."));
    }

    @Test
    void anIdWithinAnotherWordIsNone() {
        assertThat(reasons.of("Behind death-3: by deathless wit."))
                .containsExactly(Said.plain("Behind death-3: by deathless wit."));
    }

    @Test
    void aSentenceWithoutClaimsStaysWhole() {
        assertThat(new Reasons(Map.of()).of("It is the only claim on this question."))
                .containsExactly(Said.plain("It is the only claim on this question."));
    }
}
