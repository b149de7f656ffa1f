package org.claimsledger.desk.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimsledger.desk.words.LinkedText;

/** Turns the ids of claims in the sentences of the policy into links with the values of the claims. */
final class LinkedReasons {

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final Map<String, LinkedText> claims;
    private final Pattern ids;

    /** @param claims by their ids */
    LinkedReasons(Map<String, LinkedText> claims) {
        this.claims = claims;
        this.ids = claims.isEmpty()
                ? NOTHING
                : Pattern.compile(claims.keySet().stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?<![a-z0-9._-])(?:", ")(?![a-z0-9_-]|\\.[a-z0-9])")));
    }

    List<LinkedText> of(String sentence) {
        List<LinkedText> parts = new ArrayList<>();
        Matcher matcher = ids.matcher(sentence);
        int at = 0;
        for (MatchResult id : matcher.results().toList()) {
            parts.add(LinkedText.plain(sentence.substring(at, id.start())));
            parts.add(claims.getOrDefault(id.group(), LinkedText.plain(id.group())));
            at = id.end();
        }
        parts.add(LinkedText.plain(sentence.substring(at)));
        return parts;
    }
}
