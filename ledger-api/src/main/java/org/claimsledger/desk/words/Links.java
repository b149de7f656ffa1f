package org.claimsledger.desk.words;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.claimsledger.api.viewpoint.ViewpointParameters;

/** Makes the addresses of pages so that they keep the viewpoint. */
public record Links(ViewpointParameters viewpoint) {

    /** The page at this path, with parameters in pairs of name and text. */
    public String to(String path, String... parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], parameters[i + 1]);
        }
        return to(path, all);
    }

    /** The page at this path; dates among the parameters go before those of the viewpoint. */
    public String to(String path, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        viewpoint.parameters().forEach(all::putIfAbsent);
        return address(path, all);
    }

    public String claim(String id) {
        return to("/claims/" + id);
    }

    public String subject(String id) {
        return to("/subjects/" + id);
    }

    public String source(String id) {
        return to("/sources/" + id);
    }

    /** The page at this path from another viewpoint. */
    public static String at(ViewpointParameters viewpointParameters, String path, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putAll(viewpointParameters.parameters());
        return address(path, all);
    }

    private static String address(String path, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return path;
        }
        StringJoiner query = new StringJoiner("&", path + "?", "");
        parameters.forEach((name, text) -> query.add(name + "=" + encoded(text)));
        return query.toString();
    }

    /** Characters that an address may hold as they are stay readable. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%40", "@")
                .replace("%3A", ":")
                .replace("%2F", "/");
    }
}
