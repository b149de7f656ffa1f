package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.claimsledger.api.security.RequiresRole;
import org.claimsledger.api.viewpoint.QueryParameters;
import org.claimsledger.time.Rfc3339;
import org.claimsledger.token.Role;
import org.claimsledger.token.Token;
import org.claimsledger.token.TokenName;
import org.claimsledger.token.TokenRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tokens that callers authenticate with. */
@RestController
@RequestMapping(TokenController.TOKENS)
public final class TokenController {

    static final String TOKENS = "/api/v1/tokens";

    private final TokenRegistry tokenRegistry;
    private final OperationRunner runner;

    TokenController(TokenRegistry tokenRegistry, OperationRunner runner) {
        this.tokenRegistry = tokenRegistry;
        this.runner = runner;
    }

    private record TokenBody(
            TokenName name, Role role, @Nullable Instant expires) {

        static TokenBody of(Fields fields) {
            Fields.Required<TokenName> name = fields.required("name", node -> new TokenName(Fields.string(node)));
            Fields.Required<Role> role = fields.required("role", Fields.option(Role.class));
            Instant expires = fields.optional("expires", Fields::instant);
            return fields.build(() -> new TokenBody(name.get(), role.get(), expires));
        }
    }

    /** The secret is in the answer and nowhere else. */
    @RequiresRole(Role.ADMIN)
    @PostMapping
    ResponseEntity<TokenView.NewTokenView> create(HttpServletRequest request) throws IOException {
        QueryParameters.of(request);
        TokenBody tokenBody = TokenBody.of(Fields.of(runner.readObject(request)));
        TokenRegistry.IssuedToken issuedToken =
                tokenRegistry.issue(tokenBody.name(), tokenBody.role(), tokenBody.expires());
        Token token = issuedToken.token();
        return ResponseEntity.created(URI.create(TOKENS + "/" + token.id()))
                .body(new TokenView.NewTokenView(
                        token.id(),
                        token.name().text(),
                        token.role(),
                        Rfc3339.format(token.created()),
                        Rfc3339.format(token.expires()),
                        issuedToken.secret().text()));
    }

    @RequiresRole(Role.ADMIN)
    @GetMapping
    TokenView.TokenListView all(HttpServletRequest request) {
        QueryParameters.of(request);
        return new TokenView.TokenListView(
                tokenRegistry.all().stream().map(TokenView::of).toList());
    }

    /** The token is refused from then on, and stays in the list. */
    @RequiresRole(Role.ADMIN)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(@PathVariable String id, HttpServletRequest request) {
        QueryParameters.of(request);
        tokenRegistry.revoke(id);
        return ResponseEntity.noContent().build();
    }

    /** A token without its secret, which only its owner has. */
    public record TokenView(
            String id,
            String name,
            Role role,
            String created,
            String expires,
            @Nullable String lastUsed,
            @Nullable String revoked) {

        /** All tokens. */
        public record TokenListView(List<TokenView> items) {}

        /** A new token with its secret, which is shown only once. */
        public record NewTokenView(String id, String name, Role role, String created, String expires, String secret) {}

        static TokenView of(Token token) {
            return new TokenView(
                    token.id(),
                    token.name().text(),
                    token.role(),
                    Rfc3339.format(token.created()),
                    Rfc3339.format(token.expires()),
                    Objects.toString(token.lastUsed(), null),
                    token.revoked() == null ? null : Rfc3339.format(token.revoked()));
        }
    }
}
