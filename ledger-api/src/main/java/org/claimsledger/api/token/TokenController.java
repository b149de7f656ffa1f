package org.claimsledger.api.token;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import org.claimsledger.api.body.Fields;
import org.claimsledger.api.body.Writes;
import org.claimsledger.api.security.Needs;
import org.claimsledger.api.viewpoint.Query;
import org.claimsledger.ledger.Times;
import org.claimsledger.token.Role;
import org.claimsledger.token.Token;
import org.claimsledger.token.TokenName;
import org.claimsledger.token.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tokens by which others get in. */
@RestController
@RequestMapping(TokenController.TOKENS)
final class TokenController {

    static final String TOKENS = "/api/v1/tokens";

    private final Tokens tokens;
    private final Writes writes;

    TokenController(Tokens tokens, Writes writes) {
        this.tokens = tokens;
        this.writes = writes;
    }

    private record Wanted(
            TokenName name, Role role, @Nullable Instant expires) {

        static Wanted of(Fields fields) {
            Fields.Required<TokenName> name = fields.required("name", node -> new TokenName(Fields.string(node)));
            Fields.Required<Role> role = fields.required("role", Fields.option(Role.class));
            Instant expires = fields.optional("expires", Fields::instant);
            return fields.build(() -> new Wanted(name.get(), role.get(), expires));
        }
    }

    /** The secret is in the answer and nowhere else. */
    @Needs(Role.ADMIN)
    @PostMapping
    ResponseEntity<TokenView.Made> make(HttpServletRequest request) throws IOException {
        Query.of(request);
        Wanted wanted = Wanted.of(Fields.of(writes.object(request)));
        Tokens.Made made = tokens.make(wanted.name(), wanted.role(), wanted.expires());
        Token token = made.token();
        return ResponseEntity.created(URI.create(TOKENS + "/" + token.id()))
                .body(new TokenView.Made(
                        token.id(),
                        token.name().text(),
                        token.role(),
                        Times.text(token.created()),
                        Times.text(token.expires()),
                        made.secret().text()));
    }

    @Needs(Role.ADMIN)
    @GetMapping
    TokenView.All all(HttpServletRequest request) {
        Query.of(request);
        return new TokenView.All(tokens.all().stream().map(TokenView::of).toList());
    }

    /** It is taken nowhere from then on, and stays in the list. */
    @Needs(Role.ADMIN)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(@PathVariable String id, HttpServletRequest request) {
        Query.of(request);
        tokens.revoke(id);
        return ResponseEntity.noContent().build();
    }
}
