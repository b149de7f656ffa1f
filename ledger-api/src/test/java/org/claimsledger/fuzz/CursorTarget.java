package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.claimsledger.api.viewpoint.PageCursor;
import org.claimsledger.fuzz.RawHttpConnection.RawAnswer;
import tools.jackson.databind.JsonNode;

/**
 * Any bytes as the cursor of a list. Sixteen bytes or more are taken for the two numbers that a cursor holds, and get
 * the check that belongs to them, which is no secret; fewer are sent as they are. The first byte picks the list.
 */
final class CursorTarget implements FuzzTarget {

    /** A list with its filters in the order of its question, and whether it is searched. */
    private record FuzzedList(String path, boolean searched, List<String> filters) {

        /**
         * The question of this list as the ledger writes it, rebuilt here because the ledger uses it only to check
         * cursors.
         */
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
    private static final List<String> CLAIM_FILTERS =
            List.of("subject", "predicate", "source", "status", "verdict", "q");
    private static final List<String> KIND_FILTERS = List.of("q", "kind");

    private static final List<FuzzedList> LISTS = List.of(
            new FuzzedList("/claims", false, CLAIM_FILTERS),
            new FuzzedList("/claims", true, CLAIM_FILTERS),
            new FuzzedList("/subjects", false, KIND_FILTERS),
            new FuzzedList("/subjects", true, KIND_FILTERS),
            new FuzzedList("/sources", false, KIND_FILTERS),
            new FuzzedList("/sources", true, KIND_FILTERS),
            new FuzzedList("/predicates", true, List.of("q")),
            new FuzzedList("/state", false, List.of("subject", "predicate", "status", "validOn")),
            new FuzzedList("/reviews", false, List.of("batch", "actor", "subject")),
            new FuzzedList("/claims/one/history", false, List.of()),
            new FuzzedList("/sources/report/claims", false, List.of()));

    private final FuzzedServer ledger = new FuzzedServer();

    CursorTarget() {
        try {
            for (FuzzedList fuzzedList : LISTS) {
                requireCursorIsAccepted(fuzzedList);
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The question above is the ledger's: a cursor made of it is taken, or this target would try nothing. */
    private void requireCursorIsAccepted(FuzzedList fuzzedList) throws IOException {
        RawAnswer rawAnswer = request(fuzzedList, new PageCursor(8, 1).encode(fuzzedList.question()));
        assertThat(rawAnswer.status()).as("%s %s", fuzzedList, rawAnswer).isEqualTo(200);
    }

    @Override
    public void run(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        FuzzedList fuzzedList = LISTS.get((input[0] & 0xff) % LISTS.size());
        ByteBuffer bytes = ByteBuffer.wrap(input, 1, input.length - 1);
        if (bytes.remaining() < 2 * Long.BYTES) {
            request(fuzzedList, new String(input, 1, input.length - 1, StandardCharsets.UTF_8));
            return;
        }
        PageCursor pageCursor = new PageCursor(bytes.getLong(), bytes.getLong());
        PageCursor read = RefusalCheck.read(() -> PageCursor.decode(pageCursor.encode("a"), "a"));
        assertThat(read).isEqualTo(pageCursor.position() < 0 || pageCursor.after() < 0 ? null : pageCursor);
        RawAnswer rawAnswer = request(fuzzedList, pageCursor.encode(fuzzedList.question()));
        JsonNode next = rawAnswer.json().path("next");
        if (rawAnswer.status() == 200 && next.isString()) {
            assertThat(request(fuzzedList, next.stringValue()).status()).isEqualTo(200);
        }
    }

    private RawAnswer request(FuzzedList fuzzedList, String cursor) throws IOException {
        return ledger.request(
                "/api/v1" + fuzzedList.path() + "?" + fuzzedList.query() + "&cursor="
                        + URLEncoder.encode(cursor, StandardCharsets.UTF_8),
                "");
    }

    @Override
    public void close() {
        ledger.close();
    }
}
