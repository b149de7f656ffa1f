package org.claimsledger.desk.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.claimsledger.desk.claim.QuestionSummaries.LinkedReasons;
import org.claimsledger.desk.words.LinkedText;
import org.junit.jupiter.api.Test;

class LinkedReasonsTest {

    private static final LinkedText SUICIDE = new LinkedText("“suicide”", "/claims/death");
    private static final LinkedText HOMICIDE = new LinkedText("“homicide”", "/claims/death-2");

    private final LinkedReasons linkedReasons = new LinkedReasons(Map.of("death", SUICIDE, "death-2", HOMICIDE));

    @Test
    void idsOfClaimsBecomeWhatTheseSayWithALink() {
        assertThat(linkedReasons.of("Two answers that exclude each other contend: death, death-2."))
                .containsExactly(
                        LinkedText.plain("Two answers that exclude each other contend: "),
                        SUICIDE,
                        LinkedText.plain(", "),
                        HOMICIDE,
                        LinkedText.plain("."));
    }

    @Test
    void anIdWithinAnotherWordIsNone() {
        assertThat(linkedReasons.of("Behind death-3: by deathless wit."))
                .containsExactly(LinkedText.plain("Behind death-3: by deathless wit."));
    }

    @Test
    void aSentenceWithoutClaimsStaysWhole() {
        assertThat(new LinkedReasons(Map.of()).of("It is the only claim on this question."))
                .containsExactly(LinkedText.plain("It is the only claim on this question."));
    }
}
