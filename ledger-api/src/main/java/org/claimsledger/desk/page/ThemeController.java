package org.claimsledger.desk.page;

import java.time.Duration;
import org.claimsledger.api.security.LocalPath;
import org.claimsledger.api.security.Open;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers how somebody likes to read, and goes back to where he was. Nothing else is kept of a reader. */
@Controller
final class ThemeController {

    @Open
    @GetMapping("/theme")
    ResponseEntity<Void> choose(
            @RequestParam(defaultValue = "system") String to, @RequestParam(defaultValue = "/") String back) {
        Theme theme = Theme.named(to);
        ResponseCookie cookie = ResponseCookie.from(Theme.COOKIE, theme.word())
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(theme == Theme.SYSTEM ? Duration.ZERO : Duration.ofDays(365))
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .location(LocalPath.of(back))
                .build();
    }
}
