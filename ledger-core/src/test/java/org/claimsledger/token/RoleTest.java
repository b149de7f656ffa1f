package org.claimsledger.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The roles that each role includes. */
class RoleTest {

    @ParameterizedTest
    @CsvSource({
        "reader,   reader",
        "reporter, reader reporter",
        "editor,   reader reporter editor",
        "legal,    reader legal",
        "admin,    reader reporter editor legal admin"
    })
    void aRoleComprisesThoseThatItIncludes(String role, String included) {
        Role one = Role.of(role).orElseThrow();

        assertThat(Arrays.stream(Role.values())
                        .filter(one::includes)
                        .map(Role::lowerCaseName)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(included);
    }

    @Test
    void anUnknownTextIsNoRole() {
        assertThat(Role.of("ADMIN")).isEmpty();
        assertThat(Role.of("")).isEmpty();
        assertThat(Role.of("owner")).isEmpty();
    }
}
