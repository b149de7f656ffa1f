package org.claimsledger.token;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The right to do some kinds of things. Each role may do what those before it may, except that {@code LEGAL} stands beside reporters and
 * editors: it records nothing but what a court orders.
 */
public enum Role {
    /** Reads. */
    READER,
    /** Also files what sources say: sources, subjects and their names, claims, evidence. */
    REPORTER,
    /** Also decides about what was filed. */
    EDITOR,
    /** Reads whatever an editor reads, and erases. */
    LEGAL,
    /** Also hands out tokens, exports, and rebuilds. */
    ADMIN;

    /** Whether this role may do everything that needs the other one. */
    public boolean includes(Role needed) {
        return switch (this) {
            case READER, REPORTER, EDITOR -> needed.compareTo(this) <= 0;
            case LEGAL -> needed == READER || needed == LEGAL;
            case ADMIN -> true;
        };
    }

    /** As JSON, settings and the docs spell it. */
    public String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String spelled) {
        return Arrays.stream(values())
                .filter(role -> role.lowerCaseName().equals(spelled))
                .findFirst();
    }
}
