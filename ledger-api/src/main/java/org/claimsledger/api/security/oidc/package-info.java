/** People and programs that an identity provider vouches for (OpenID Connect). */
@NullMarked
package org.claimsledger.api.security.oidc;

import org.jspecify.annotations.NullMarked;
