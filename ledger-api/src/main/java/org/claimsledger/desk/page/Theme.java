package org.claimsledger.desk.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Paper or ink: what the reader's system prefers, unless he chose for himself, which a cookie remembers. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    static final String COOKIE = "theme";

    static Theme of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return named(cookie.getValue());
                }
            }
        }
        return SYSTEM;
    }

    static Theme named(String text) {
        for (Theme theme : values()) {
            if (theme.word().equals(text)) {
                return theme;
            }
        }
        return SYSTEM;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
