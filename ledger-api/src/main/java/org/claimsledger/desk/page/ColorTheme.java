package org.claimsledger.desk.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The colours of pages: those that the user's system prefers, unless a cookie remembers the user's own choice. */
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
