package io.bellhop.core.command.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * What came with a command and is still to be taken, from the front: a list and an index, since most commands are given
 * little.
 */
final class Remaining<T> {
    private List<T> all;
    private int taken;

    Remaining(List<T> all) {
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

    void addAll(List<T> more) {
        var longer = new ArrayList<>(all);
        longer.addAll(more);
        all = longer;
    }
}
