package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.claimsledger.api.viewpoint.Cursor;
import org.claimsledger.fuzz.Wire.Answer;
import tools.jackson.databind.JsonNode;

/**
 * Any bytes as the cursor of a list. Sixteen bytes or more are taken for the two numbers that a cursor holds, and get the
 * check that belongs to them, which is no secret; fewer are sent as they are. The first byte picks the list.
 */
final class CursorTarget implements Target {

    /** A list with its filters in the order of its question, and whether it is searched. */
    private record Asked(String path, boolean searched, List<String> filters) {

        /** What the ledger makes of it, for which it has no other use than the check within its cursors. */
        String question() {
            StringBuilder question = new StringBuilder("/api/v1" + path + "\nasOf=null\nnull\npublishedBy=null");
            filters.forEach(filter -> question.append("\n")
                    .append(filter)
                    .append("=")
                    .append(searched && filter.equals("q") ? WORD : "null"));
            return question.toString();
        }

        String query() {
            return searched ? "q=" + WORD + "&limit=1" : "limit=1";
        }
    }

    private static final String WORD = "the";
    private static final List<String> OF_CLAIMS = List.of("subject", "predicate", "source", "status", "verdict", "q");
    private static final List<String> OF_KINDS = List.of("q", "kind");

    private static final List<Asked> LISTS = List.of(
            new Asked("/claims", false, OF_CLAIMS),
            new Asked("/claims", true, OF_CLAIMS),
            new Asked("/subjects", false, OF_KINDS),
            new Asked("/subjects", true, OF_KINDS),
            new Asked("/sources", false, OF_KINDS),
            new Asked("/sources", true, OF_KINDS),
            new Asked("/predicates", true, List.of("q")),
            new Asked("/state", false, List.of("subject", "predicate", "status", "validOn")),
            new Asked("/reviews", false, List.of("batch", "actor", "subject")),
            new Asked("/claims/one/history", false, List.of()),
            new Asked("/sources/report/claims", false, List.of()));

    private final FuzzedLedger ledger = new FuzzedLedger();

    CursorTarget() {
        try {
            for (Asked asked : LISTS) {
                isReadAsItsOwn(asked);
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The question above is the ledger's: a cursor made of it is taken, or this target would try nothing. */
    private void isReadAsItsOwn(Asked asked) throws IOException {
        Answer answer = ask(asked, new Cursor(8, 1).text(asked.question()));
        assertThat(answer.status()).as("%s %s", asked, answer).isEqualTo(200);
    }

    @Override
    public void take(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        Asked asked = LISTS.get((input[0] & 0xff) % LISTS.size());
        ByteBuffer bytes = ByteBuffer.wrap(input, 1, input.length - 1);
        if (bytes.remaining() < 2 * Long.BYTES) {
            ask(asked, new String(input, 1, input.length - 1, StandardCharsets.UTF_8));
            return;
        }
        Cursor cursor = new Cursor(bytes.getLong(), bytes.getLong());
        Cursor read = Refusing.read(() -> Cursor.read(cursor.text("a"), "a"));
        assertThat(read).isEqualTo(cursor.position() < 0 || cursor.after() < 0 ? null : cursor);
        Answer answer = ask(asked, cursor.text(asked.question()));
        JsonNode next = answer.json().path("next");
        if (answer.status() == 200 && next.isString()) {
            assertThat(ask(asked, next.stringValue()).status()).isEqualTo(200);
        }
    }

    private Answer ask(Asked asked, String cursor) throws IOException {
        return ledger.ask(
                "/api/v1" + asked.path() + "?" + asked.query() + "&cursor="
                        + URLEncoder.encode(cursor, StandardCharsets.UTF_8),
                "");
    }

    @Override
    public void close() {
        ledger.close();
    }
}
