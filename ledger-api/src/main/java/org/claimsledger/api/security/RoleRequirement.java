package org.claimsledger.api.security;

import org.claimsledger.token.Role;

/** A handler of requests whose role is known at run time only, so that no {@link RequiresRole} can name it. */
public interface RoleRequirement {

    Role requiredRole();
}
