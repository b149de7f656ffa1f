package org.claimsledger.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes requests of all kinds. Each thing that is asked for carries a token of its own in its text, so that the event
 * that comes of it is known from all others.
 */
public final class RequestGenerator {

    public static final String TOKEN = "tok-";

    private static final int MOST_CLAIMS = 5_000;

    /**
     * One request.
     *
     * @param key the {@code Idempotency-Key}, empty where it has none
     * @param tokens one for each line; one for a request that is no import
     * @param claims the ids of the claims that it asserts
     */
    public record GeneratedRequest(
            String path, String body, String key, List<String> tokens, List<String> claims, boolean keyed) {

        public boolean isImport() {
            return path.equals("/imports");
        }

        /** Whether sending it twice must come to the same as sending it once. */
        public boolean canBeResent() {
            return keyed;
        }
    }

    private final String ledger;
    private final AtomicLong number = new AtomicLong();
    private final List<String> claims = new ArrayList<>();

    /** @param ledger a name that no other ledger of the run has, so that its tokens are not confused with others */
    public RequestGenerator(String ledger) {
        this.ledger = ledger;
    }

    /** The request that all others need; it is sent first and must be acknowledged. */
    public GeneratedRequest initialImport() {
        var lines = new ArrayList<String>();
        var tokens = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            tokens.add(token());
            lines.add("""
                {"op":"register_source","id":"src-%d","kind":"news_report","title":"%s","publisher":"Outlet"}\
                """.formatted(i, tokens.getLast()));
            tokens.add(token());
            lines.add("""
                {"op":"register_subject","id":"subj-%d","kind":"person","name":"%s"}\
                """.formatted(i, tokens.getLast()));
        }
        tokens.add(token());
        lines.add("""
            {"op":"define_predicate","key":"said","label":"%s","valueKinds":["text"],"cardinality":"many","time":"happens"}\
            """.formatted(tokens.getLast()));
        return new GeneratedRequest("/imports", String.join("\n", lines), "", tokens, List.of(), true);
    }

    /** Of the claims that there are, later requests are about those; the newest take the places of older ones. */
    public void addAcknowledged(GeneratedRequest generatedRequest) {
        synchronized (claims) {
            for (String claim : generatedRequest.claims()) {
                if (claims.size() < MOST_CLAIMS) {
                    claims.add(claim);
                } else {
                    claims.set(ThreadLocalRandom.current().nextInt(MOST_CLAIMS), claim);
                }
            }
        }
    }

    /** An existing claim; empty if there is none yet. */
    public String claim(Random random) {
        synchronized (claims) {
            return claims.isEmpty() ? "" : claims.get(random.nextInt(claims.size()));
        }
    }

    public GeneratedRequest next(Random random) {
        return random.nextInt(6) == 0 ? importOf(random) : single(random);
    }

    private GeneratedRequest single(Random random) {
        String token = token();
        boolean keyed = random.nextInt(3) > 0;
        String key = keyed ? "key-" + token : "";
        var asserted = new ArrayList<String>();
        String line = line(random, token, asserted);
        String op = field(line, "op");
        String path =
                switch (op) {
                    case "register_source" -> "/sources";
                    case "register_subject" -> "/subjects";
                    case "assert_claim" -> "/claims";
                    case "attach_evidence" -> "/claims/" + field(line, "claim") + "/evidence";
                    case "revise_claim" -> "/claims/" + field(line, "claim") + "/revisions";
                    default -> "/claims/" + field(line, "claim") + "/retraction";
                };
        String body = line.replaceFirst("\"op\":\"[^\"]*\",", "").replaceFirst("\"claim\":\"[^\"]*\",", "");
        return new GeneratedRequest(path, body, key, List.of(token), asserted, keyed);
    }

    private GeneratedRequest importOf(Random random) {
        return importOf(random, 1 + random.nextInt(40));
    }

    /** An import with this number of lines. */
    public GeneratedRequest importOf(Random random, int number) {
        var tokens = new ArrayList<String>();
        var asserted = new ArrayList<String>();
        var lines = new ArrayList<String>();
        boolean keys = random.nextBoolean();
        for (int i = 0; i < number; i++) {
            tokens.add(token());
            String line = line(random, tokens.getLast(), asserted);
            lines.add(
                    keys
                            ? line.substring(0, line.length() - 1) + ",\"importKey\":\"key-" + tokens.getLast() + "\"}"
                            : line);
        }
        return new GeneratedRequest("/imports", String.join("\n", lines), "", tokens, asserted, true);
    }

    private String line(Random random, String token, List<String> asserted) {
        String claim = claim(random);
        return switch (claim.isEmpty() ? random.nextInt(4) : random.nextInt(10)) {
            case 0 -> """
                {"op":"register_source","id":"s-%1$s","kind":"news_report","title":"%1$s","publisher":"Outlet"}\
                """.formatted(token);
            case 1 -> """
                {"op":"register_subject","id":"p-%1$s","kind":"person","name":"%1$s"}\
                """.formatted(token);
            case 2, 3, 4, 5 -> {
                asserted.add("c-" + token);
                yield """
                    {"op":"assert_claim","id":"c-%1$s","subject":"subj-%2$d","predicate":"said","value":{"text":"x"},\
                    "statement":"%1$s","evidence":{"source":"src-%3$d"}}\
                    """.formatted(token, random.nextInt(5), random.nextInt(5));
            }
            case 6, 7 -> """
                {"op":"attach_evidence","claim":"%s","source":"src-%d","locator":"%s"}\
                """.formatted(claim, random.nextInt(5), token);
            case 8 -> """
                {"op":"revise_claim","claim":"%s","kind":"clarification","changes":{"statement":"%2$s"},\
                "reason":"said better"}\
                """.formatted(claim, token);
            default -> """
                {"op":"retract_claim","claim":"%s","reasons":["recorded_in_error"],"note":"%s"}\
                """.formatted(claim, token);
        };
    }

    private String token() {
        return TOKEN + ledger + "-" + number.incrementAndGet();
    }

    private static String field(String line, String name) {
        String mark = "\"" + name + "\":\"";
        int from = line.indexOf(mark) + mark.length();
        return line.substring(from, line.indexOf('"', from));
    }
}
