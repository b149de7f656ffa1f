package org.claimsledger.desk.page;

import java.time.Duration;
import org.claimsledger.api.security.LocalPath;
import org.claimsledger.api.security.PublicCall;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers the chosen theme in a cookie and goes back to the page. Nothing else is kept of a user. */
@Controller
final class ThemeController {

    @PublicCall
    @GetMapping("/theme")
    ResponseEntity<Void> choose(
            @RequestParam(defaultValue = "system") String to, @RequestParam(defaultValue = "/") String back) {
        ColorTheme colorTheme = ColorTheme.parse(to);
        ResponseCookie cookie = ResponseCookie.from(ColorTheme.COOKIE, colorTheme.word())
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(colorTheme == ColorTheme.SYSTEM ? Duration.ZERO : Duration.ofDays(365))
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .location(LocalPath.of(back))
                .build();
    }
}
