package org.claimsledger.desk.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Paper or ink: what the reader's system prefers, unless he chose for himself, which a cookie remembers. */
public enum ColorTheme {
    SYSTEM,
    LIGHT,
    DARK;

    static final String COOKIE = "theme";

    static ColorTheme of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return parse(cookie.getValue());
                }
            }
        }
        return SYSTEM;
    }

    static ColorTheme parse(String text) {
        for (ColorTheme colorTheme : values()) {
            if (colorTheme.word().equals(text)) {
                return colorTheme;
            }
        }
        return SYSTEM;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
