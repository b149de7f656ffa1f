package org.claimsledger.desk.page;

import java.util.Comparator;
import java.util.List;
import org.claimsledger.api.security.Caller;
import org.claimsledger.api.security.RoleGuard.ReadPolicy;
import org.claimsledger.token.Role;
import org.jspecify.annotations.Nullable;

/**
 * The user of a page, and what the page may offer them.
 *
 * @param name the name of their login; absent where nobody is logged in
 * @param roles their roles, in lower case
 * @param mayRead whether they may see anything of the ledger
 * @param mayFile whether they may file sources, subjects and claims
 * @param mayDecide whether they may decide about them
 * @param csrf the token that every form has to send back; absent where nobody is logged in
 */
public record PageUser(
        @Nullable String name,
        List<String> roles,
        boolean mayRead,
        boolean mayFile,
        boolean mayDecide,
        @Nullable String csrf) {

    static PageUser of(@Nullable Caller caller, ReadPolicy readPolicy, @Nullable String csrf) {
        if (caller == null) {
            return new PageUser(null, List.of(), readPolicy == ReadPolicy.OPEN, false, false, null);
        }
        List<String> roles = caller.roles().stream()
                .sorted(Comparator.naturalOrder())
                .map(Role::lowerCaseName)
                .toList();
        return new PageUser(
                caller.actor(),
                roles,
                readPolicy == ReadPolicy.OPEN || caller.may(Role.READER),
                caller.may(Role.REPORTER),
                caller.may(Role.EDITOR),
                csrf);
    }
}
