package io.bellhop.core.console;

import io.bellhop.api.chat.Attachment;
import java.util.ArrayList;
import java.util.List;

/** Who speaks at the console now, and where. Used by the console's thread alone. */
final class Speaker {
    private final List<Attachment> attached = new ArrayList<>();
    private ConsoleUser user = ConsoleUser.OWNER;
    private ConsoleChannel room = ConsoleChannel.LOBBY;
    private boolean inDirect;
    private boolean parallel;
    private boolean gone;

    ConsoleUser user() {
        return user;
    }

    ConsoleChannel channel() {
        return inDirect ? ConsoleChannel.directWith(user) : room;
    }

    String prompt() {
        return user.name() + "@" + (inDirect ? "dm" : room.name()) + "> ";
    }

    void become(ConsoleUser other) {
        user = other;
    }

    void enter(ConsoleChannel other) {
        room = other;
        inDirect = false;
    }

    void goDirect() {
        inDirect = true;
    }

    void attach(Attachment file) {
        attached.add(file);
    }

    /** Takes the files that go with the next message. */
    List<Attachment> takeAttached() {
        var files = List.copyOf(attached);
        attached.clear();
        return files;
    }

    boolean isParallel() {
        return parallel;
    }

    void waitNoMore() {
        parallel = true;
    }

    boolean isGone() {
        return gone;
    }

    void leave() {
        gone = true;
    }
}
