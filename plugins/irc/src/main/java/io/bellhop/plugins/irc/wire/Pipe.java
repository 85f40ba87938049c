package io.bellhop.plugins.irc.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A connection that carries bytes. One thread reads, one at a time writes, any closes. */
public interface Pipe extends Closeable {
    /**
     * Reads what is there, waiting for it.
     *
     * @param into has room
     * @param millis how long to wait at most, more than 0
     * @return how many bytes came, 0 if none did in time, -1 at the end
     * @throws IOException if the connection is broken or closed
     */
    int read(ByteBuffer into, long millis) throws IOException;

    /**
     * Writes as much as goes without waiting, perhaps nothing.
     *
     * @param from what is to be written; its position moves on
     * @throws IOException if the connection is broken or closed
     */
    void tryWrite(ByteBuffer from) throws IOException;

    /**
     * Writes everything, waiting while the other side takes none.
     *
     * @param from what is to be written
     * @throws IOException if the connection is broken or closed
     */
    void write(ByteBuffer from) throws IOException;

    /**
     * Tells the other side at once that what it has sent is here. Its system may keep back what it would send next
     * until it knows, and this one tells it only after some 40 ms if there is nothing to be sent along.
     *
     * @throws IOException if the connection is broken or closed
     */
    void acknowledge() throws IOException;
}
