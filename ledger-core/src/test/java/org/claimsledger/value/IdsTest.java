package org.claimsledger.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.value.ValueRefusalAssertions.assertAccepted;
import static org.claimsledger.value.ValueRefusalAssertions.assertRefused;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ab", "0x", "a-", "a.b_c-d", "42", "01hxyz"})
    void anIdIsOfSmallLettersDigitsAndThreeMarks(String id) {
        assertAccepted(() -> new ClaimId(id));
        assertAccepted(() -> new EvidenceId(id));
        assertAccepted(() -> new SourceId(id));
        assertAccepted(() -> new SubjectId(id));
        assertAccepted(() -> new PredicateKey(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a", "-a", ".a", "_a", "A1", "aB", "a b", "a/b", "ä1", "аб", "a\n", "a\u0000", "٣٤", "a:b", "a~b"
            })
    void anythingElseIsRefused(String id) {
        assertRefused(() -> new ClaimId(id), RefusalCode.INVALID_ID);
        assertRefused(() -> new EvidenceId(id), RefusalCode.INVALID_ID);
        assertRefused(() -> new SourceId(id), RefusalCode.INVALID_ID);
        assertRefused(() -> new SubjectId(id), RefusalCode.INVALID_ID);
        assertRefused(() -> new PredicateKey(id), RefusalCode.INVALID_ID);
    }

    @Test
    void anIdHasTwoToEightyCharacters() {
        assertAccepted(() -> new ClaimId("x".repeat(2)));
        assertAccepted(() -> new ClaimId("x".repeat(80)));
        assertRefused(() -> new ClaimId("x".repeat(1)), RefusalCode.INVALID_ID);
        assertRefused(() -> new ClaimId("x".repeat(81)), RefusalCode.INVALID_ID);
    }

    @Test
    void idsMadeHereAreIdsAndSortByTheOrderInWhichTheyWereMade() {
        Set<String> seen = new HashSet<>();
        String last = "";
        for (int i = 0; i < 1_000; i++) {
            String id = Ids.newId();
            assertAccepted(() -> new ClaimId(id));
            assertThat(id).isGreaterThan(last);
            assertThat(seen.add(id)).isTrue();
            last = id;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "case", "Case", "case.no-1_x", "дело", "2006"})
    void aQualifiersKeyIsOfLettersAndDigitsOfAnyScript(String key) {
        assertAccepted(() -> new QualifierKey(key));
        assertAccepted(() -> new QualifierKey("x".repeat(80)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", ".a", "_a", "a b", "a/b", "a~b", "a,b", "a\n", "\ud800", "a\u0000"})
    void anyOtherQualifiersKeyIsRefused(String key) {
        assertRefused(() -> new QualifierKey(key), RefusalCode.INVALID_QUALIFIER);
        assertRefused(() -> new QualifierKey("x".repeat(81)), RefusalCode.INVALID_QUALIFIER);
    }
}
