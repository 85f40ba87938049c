package io.bellhop.plugins.code.engine.piston;

/** What an engine that starts asks of its servers; it waits for the answers for two seconds only. */
public final class FirstLooks {
    private FirstLooks() {}

    /** Waits until all have been answered, or given up. */
    public static void await() throws InterruptedException {
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("code-piston-")) {
                thread.join();
            }
        }
    }
}
