package org.claimsledger.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a node and its database, and cuts their connections at the worst moments. */
final class DatabaseProxy implements AutoCloseable {

    /** What happens to the next commit; those after it pass. */
    private enum CommitFault {
        PASSES,
        ARRIVES_BUT_ITS_ANSWER_IS_LOST,
        NEVER_ARRIVES
    }

    private final ServerSocket server;
    private final int database;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile CommitFault commitFault = CommitFault.PASSES;
    private volatile boolean cut;

    /** @param database the database's port */
    DatabaseProxy(int database) throws IOException {
        this.database = database;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void dropNextCommitResponse() {
        commitFault = CommitFault.ARRIVES_BUT_ITS_ANSWER_IS_LOST;
    }

    void dropNextCommit() {
        commitFault = CommitFault.NEVER_ARRIVES;
    }

    /** The database is away: nothing passes, and nobody gets through. */
    void cut() {
        cut = true;
        open.forEach(DatabaseProxy::close);
    }

    void restore() {
        cut = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (cut) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // closed, or the database is not there
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket behind;
        try {
            behind = new Socket(InetAddress.getLoopbackAddress(), database);
        } catch (IOException e) {
            client.close();
            throw e;
        }
        client.setTcpNoDelay(true);
        behind.setTcpNoDelay(true);
        open.add(client);
        open.add(behind);
        Thread.ofVirtual().start(() -> forwardToDatabase(client, behind));
        Thread.ofVirtual().start(() -> forwardToClient(client, behind));
    }

    private void forwardToDatabase(Socket client, Socket behind) {
        var bytes = new byte[1 << 16];
        try (client;
                behind) {
            InputStream in = client.getInputStream();
            OutputStream out = behind.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                CommitFault now = commitFault;
                boolean commit = new String(bytes, 0, read, StandardCharsets.ISO_8859_1).contains("COMMIT");
                if (commit && now != CommitFault.PASSES) {
                    commitFault = CommitFault.PASSES;
                    client.close();
                    if (now == CommitFault.NEVER_ARRIVES) {
                        return;
                    }
                }
                out.write(bytes, 0, read);
                if (commit && now == CommitFault.ARRIVES_BUT_ITS_ANSWER_IS_LOST) {
                    behind.shutdownOutput();
                    behind.getInputStream().readAllBytes();
                    return;
                }
            }
        } catch (IOException e) {
            // one end is gone, and so is the other
        }
    }

    /**
     * Closes the client's socket whatever happened at the database's end, so that the client does not wait for an
     * answer for ever.
     */
    private static void forwardToClient(Socket client, Socket behind) {
        try (client) {
            behind.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // one end is gone; the other thread closes what is left
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(DatabaseProxy::close);
    }
}
