package org.claimsledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimsledger.token.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/** The page on which people log in and out. It works without scripts. */
@Controller
final class LoginPage {

    static final String PATH = "/login";

    /** Where the way to the identity provider begins. */
    static final String AWAY = "/oauth2/authorization";

    /** The one identity provider that there may be, as paths name it. */
    static final String PROVIDER = "provider";

    private static final Map<String, String> TOLD = Map.of(
            "failed", "Name and token do not belong together, or the token is not taken any more.",
            "out", "You are logged out.",
            "stale", "The page was too old, or the browser keeps no cookies. Please try again.");

    private static final String HTML = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Log in: the claims ledger</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/welcome.css">
        </head>
        <body>
        <main>
        <h1><a href="/">The claims ledger</a></h1>
        %s</main>
        </body>
        </html>
        """;

    private static final String FORM = """
        <form method="post" action="/login">
        <p><label>Name<br><input name="name" autocomplete="username" autocapitalize="none" required></label></p>
        <p><label>Token<br><input name="token" type="password" autocomplete="current-password" required></label></p>
        <p><input type="hidden" name="_csrf" value="%s"><button>Log in</button></p>
        </form>
        """;

    private static final String ELSEWHERE = """
        <p><a href="/oauth2/authorization/provider">Log in with the identity provider</a></p>
        """;

    private static final String INSIDE = """
        <p class="lead">You are logged in as %s (%s).</p>
        <form method="post" action="/logout">
        <p><input type="hidden" name="_csrf" value="%s"><button>Log out</button></p>
        </form>
        """;

    private final boolean elsewhere;

    LoginPage(LoginWays ways) {
        this.elsewhere = ways.elsewhere();
    }

    /** How people can log in. */
    record LoginWays(boolean elsewhere) {}

    @Open
    @GetMapping(PATH)
    void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Caller caller = Caller.of(request);
        StringBuilder content = new StringBuilder();
        String told = TOLD.get(String.valueOf(request.getQueryString()));
        if (told != null) {
            content.append("<p role=\"status\">").append(told).append("</p>\n");
        }
        if (caller == null) {
            content.append(FORM.formatted(csrf.getToken()));
            content.append(elsewhere ? ELSEWHERE : "");
        } else {
            content.append(INSIDE.formatted(HtmlUtils.htmlEscape(caller.actor()), roles(caller), csrf.getToken()));
        }
        write(response, content.toString());
    }

    private static String roles(Caller caller) {
        return caller.roles().isEmpty()
                ? "without a role"
                : caller.roles().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(Role::spelled)
                        .collect(Collectors.joining(", "));
    }

    static String tooMany() {
        return "<p role=\"alert\">Too many attempts from your address. Please wait " + LoginThrottle.PERIOD.toMinutes()
                + " minutes.</p>\n";
    }

    static void write(HttpServletResponse response, String content) throws IOException {
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getWriter().write(HTML.formatted(content));
    }
}
