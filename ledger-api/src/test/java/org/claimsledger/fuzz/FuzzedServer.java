package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.claimsledger.api.RunningLedger;
import org.claimsledger.fuzz.RawHttpConnection.RawAnswer;
import org.claimsledger.ledger.Ledger;
import org.springframework.util.FileSystemUtils;

/** The whole program within this process, asked over HTTP by hand; it answers every request, and none changes anything. */
final class FuzzedServer implements AutoCloseable {

    private final Path folder;
    private final RunningLedger running;
    private final RawHttpConnection rawHttpConnection;
    private final Ledger ledger;
    private final long head;

    FuzzedServer(String... settings) {
        try {
            this.folder = Files.createTempDirectory("fuzzed");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        String[] all = Stream.concat(Stream.of("--ledger.rate=0", "--logging.level.root=warn"), Stream.of(settings))
                .toArray(String[]::new);
        this.running = RunningLedger.in(folder, all);
        assertThat(running.importLines(FuzzSeeds.SETUP).text()).doesNotContain("refused");
        this.ledger = running.bean(Ledger.class);
        this.head = ledger.log().head();
        this.rawHttpConnection = new RawHttpConnection(running.base());
    }

    /**
     * The answer to a request whose target, and whose headers, are written as they are: it is no fault of the program's, a
     * refusal has a code and no trace, and the log is as it was.
     */
    RawAnswer request(String target, String headers) throws IOException {
        RawAnswer rawAnswer =
                rawHttpConnection.send(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        AnswerCheck.check(rawAnswer);
        assertThat(ledger.log().head()).isEqualTo(head);
        return rawAnswer;
    }

    @Override
    public void close() {
        rawHttpConnection.close();
        running.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
