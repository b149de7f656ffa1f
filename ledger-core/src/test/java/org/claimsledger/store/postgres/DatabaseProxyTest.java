package org.claimsledger.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class DatabaseProxyTest {

    private static final int TIMEOUT_MILLIS = 10_000;

    /** A server that ends a connection with bytes unread resets it. */
    @Test
    void aClientThatAwaitsAnAnswerSeesThatTheDatabaseResetTheConnection() throws IOException {
        try (var database = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var proxy = new DatabaseProxy(database.getLocalPort());
                var client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            client.setSoTimeout(TIMEOUT_MILLIS);
            client.getOutputStream().write('Q');
            Socket accepted = database.accept();
            assertThat(accepted.getInputStream().read()).isEqualTo('Q');
            accepted.setSoLinger(true, 0);
            accepted.close();

            assertThat(isEnded(client)).isTrue();
        }
    }

    @Test
    void aClientSeesThatThereIsNoDatabase() throws IOException {
        int port;
        try (var database = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = database.getLocalPort();
        }
        try (var proxy = new DatabaseProxy(port);
                var client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            client.setSoTimeout(TIMEOUT_MILLIS);

            assertThat(isEnded(client)).isTrue();
        }
    }

    private static boolean isEnded(Socket client) throws IOException {
        try {
            return client.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }
}
