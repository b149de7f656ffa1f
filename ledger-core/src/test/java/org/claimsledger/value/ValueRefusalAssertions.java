package org.claimsledger.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions about the values that are allowed. */
public final class ValueRefusalAssertions {

    private ValueRefusalAssertions() {}

    /** It is refused for this one reason, which points at this field of what was given. */
    public static void assertRefused(ThrowingCallable making, RefusalCode code, String pointer) {
        Refused refused = catchThrowableOfType(Refused.class, making);
        assertThat(refused).as("a refusal").isNotNull();
        assertThat(refused.refusals()).hasSize(1);
        assertThat(refused.first().code()).isEqualTo(code);
        assertThat(refused.first().pointer()).isEqualTo(pointer);
        assertThat(refused.first().detail()).isNotBlank().doesNotEndWith(".");
    }

    public static void assertRefused(ThrowingCallable making, RefusalCode code) {
        assertRefused(making, code, "");
    }

    public static void assertAccepted(ThrowingCallable making) {
        assertThatCode(making).doesNotThrowAnyException();
    }
}
