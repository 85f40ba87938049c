package io.bellhop.plugins.irc.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import jdk.net.ExtendedSocketOptions;

/** A TCP connection whose writes need not wait, so that whoever answers can also send. */
final class PlainPipe implements Pipe {
    private final SocketChannel channel;
    private final Selector readable;
    private final Selector writable;

    private PlainPipe(SocketChannel channel, Selector readable, Selector writable) {
        this.channel = channel;
        this.readable = readable;
        this.writable = writable;
    }

    /** Takes over a connected channel. */
    static PlainPipe of(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        var readable = Selector.open();
        var writable = Selector.open();
        channel.register(readable, SelectionKey.OP_READ);
        channel.register(writable, SelectionKey.OP_WRITE);
        return new PlainPipe(channel, readable, writable);
    }

    /** Connects, waiting no longer than is said. */
    static SocketChannel connect(InetSocketAddress address, int millis, Consumer<? super Closeable> begun)
            throws IOException {
        var channel = SocketChannel.open();
        try {
            begun.accept(channel);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().connect(address, millis);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public int read(ByteBuffer into, long millis) throws IOException {
        await(readable, millis);
        return channel.read(into);
    }

    @Override
    public void tryWrite(ByteBuffer from) throws IOException {
        channel.write(from);
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            if (channel.write(from) == 0) {
                await(writable, 0);
            }
        }
    }

    @Override
    public void acknowledge() throws IOException {
        if (channel.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            channel.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    private static void await(Selector ready, long millis) throws IOException {
        try {
            ready.select(millis);
            ready.selectedKeys().clear();
        } catch (ClosedSelectorException e) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        readable.close();
        writable.close();
    }
}
