package org.claimsledger.api;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.store.StoreLocation;
import org.claimsledger.token.Role;
import org.claimsledger.token.TokenName;
import org.claimsledger.token.TokenRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of every kind for a ledger that is not running yet: one of each role, named as the role with {@code -1}
 * behind it, and those that are taken nowhere.
 */
public record Credentials(Map<Role, String> byRole, Map<String, @Nullable String> rejected) {

    /** Makes them in an existing ledger, or begins one. */
    public static Credentials in(Path folder) {
        StoreLocation location = new StoreLocation.LedgerFolder(folder);
        Map<Role, String> roles = new LinkedHashMap<>();
        Map<String, @Nullable String> none = new LinkedHashMap<>();
        none.put("no token", null);
        none.put("an empty one", "");
        none.put("a wrong one", "clm_" + "A".repeat(43));
        try (Ledger ledger = Ledger.open(location, InstantSource.system())) {
            InstantSource lastYear = InstantSource.fixed(Instant.now().minus(Duration.ofDays(366)));
            try (TokenRegistry tokenRegistry = TokenRegistry.open(location, lastYear)) {
                none.put(
                        "an expired one",
                        tokenRegistry
                                .issue(new TokenName("expired-1"), Role.ADMIN, null)
                                .secret()
                                .text());
            }
            try (TokenRegistry tokenRegistry = TokenRegistry.open(location, InstantSource.system())) {
                for (Role role : Role.values()) {
                    roles.put(
                            role,
                            tokenRegistry
                                    .issue(new TokenName(role.lowerCaseName() + "-1"), role, null)
                                    .secret()
                                    .text());
                }
                TokenRegistry.IssuedToken revoked = tokenRegistry.issue(new TokenName("revoked-1"), Role.ADMIN, null);
                tokenRegistry.revoke(revoked.token().id());
                none.put("a revoked one", revoked.secret().text());
            }
        }
        return new Credentials(roles, none);
    }

    public String secretOf(Role role) {
        return byRole.get(role);
    }
}
