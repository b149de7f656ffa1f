package org.claimsledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Where a document was found: an absolute http or https URL, kept as it was given. The ledger never fetches it. */
public record Url(@JsonValue String text) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Url {
        Texts.line(text, Texts.URL);
        parse(text);
    }

    /** What makes two URLs the same one: scheme and host in lower case, no default port, no fragment. */
    public String key() {
        URI uri = parse(text);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() == (scheme.equals("https") ? 443 : 80) ? -1 : uri.getPort();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (port < 0 ? "" : ":" + port) + path
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static URI parse(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            if (scheme != null
                    && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                    && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException notOne) {
            // refused below, like every other text that is no such URL
        }
        throw Refused.because(RefusalCode.INVALID_URL, "An absolute URL, as in https://example.org/article");
    }

    @Override
    public String toString() {
        return text;
    }
}
