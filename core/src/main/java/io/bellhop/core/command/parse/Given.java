package io.bellhop.core.command.parse;

import java.util.ArrayList;
import java.util.List;

/** What came with a command and is taken from the front. Most commands are given little: it costs next to nothing. */
final class Given<T> {
    private List<T> all;
    private int taken;

    Given(List<T> all) {
        this.all = all;
    }

    boolean isEmpty() {
        return taken == all.size();
    }

    /** Takes the next. There must be one. */
    T take() {
        return all.get(taken++);
    }

    List<T> takeAll() {
        var rest = List.copyOf(all.subList(taken, all.size()));
        taken = all.size();
        return rest;
    }

    void add(T more) {
        all = new ArrayList<>(all);
        all.add(more);
    }
}
