package io.bellhop.plugins.code.queue;

/** Something that waits for its turn, and then takes its time. */
public interface Task {
    /**
     * Called when it has to wait, and again whenever it moves up. Quick.
     *
     * @param position its place in the queue, from 1
     */
    void moved(int position);

    /**
     * Does it. Handles its own failures; interrupted if it is cancelled.
     *
     * @return what is done when its place is free again, such as telling that: whoever hears of it can have the next
     */
    Runnable run();
}
