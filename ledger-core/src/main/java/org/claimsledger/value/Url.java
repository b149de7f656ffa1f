package org.claimsledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a document: an absolute http or https URL, kept as given. The ledger never fetches it. */
public record Url(@JsonValue String text) {

    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[^@]*@)?(?<host>\\[[0-9A-Fa-f:.]+]|[^@:%\\[\\]]+)(?::(?<port>\\d{0,5}))?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Url {
        TextRules.line(text, TextRules.URL);
        parse(text);
    }

    /** The form that URLs are compared in: scheme and host in lower case and ASCII, no default port, no fragment. */
    public String key() {
        URI uri = parse(text);
        Matcher authority = authority(uri);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String port = authority.group("port");
        boolean usual = port == null || port.isEmpty() || port.equals(scheme.equals("https") ? "443" : "80");
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return scheme + "://" + ascii(authority.group("host")) + (usual ? "" : ":" + port) + path
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static URI parse(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            if (scheme != null && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
                ascii(authority(uri).group("host"));
                return uri;
            }
        } catch (URISyntaxException | IllegalArgumentException notOne) {
            // refused below, like all other text that is not such a URL
        }
        throw Refused.because(RefusalCode.INVALID_URL, "An absolute URL, as in https://example.org/article");
    }

    /** The host. java.net.URI has none where it holds non-ASCII letters or an underscore; the web has both. */
    private static Matcher authority(URI uri) {
        Matcher authority = AUTHORITY.matcher(Objects.requireNonNullElse(uri.getRawAuthority(), ""));
        if (!authority.matches()) {
            throw new IllegalArgumentException("no host");
        }
        return authority;
    }

    private static String ascii(String host) {
        return (host.startsWith("[") ? host : IDN.toASCII(host)).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
