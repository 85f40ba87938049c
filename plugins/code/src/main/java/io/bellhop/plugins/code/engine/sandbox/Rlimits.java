package io.bellhop.plugins.code.engine.sandbox;

/**
 * The kernel's own limits on each process of a step, set in the sandbox just before the program starts. They hold on
 * one process or file at a time, so they stand behind those on the whole: the processor's time is summed by a watch,
 * disk by the sizes of the folders. There is none on the address space, of which Node, Go and Java reserve more than
 * they use.
 */
final class Rlimits {
    private static final int CPU = 0;
    private static final int FSIZE = 1;
    private static final int STACK = 3;
    private static final int CORE = 4;
    private static final int NPROC = 6;
    private static final int NOFILE = 7;

    /** Threads count. A pool of processes, a JVM and a build by Go have room. */
    private static final int PROCESSES = 256;

    private static final int FILES = 1024;
    private static final long LARGEST_FILE = 64L << 20;
    private static final long DEEPEST_STACK = 64L << 20;
    private static final int SLACK_SECONDS = 2;

    private Rlimits() {}

    static byte[] of(Allowance allowance) {
        return Wire.written(to -> {
            write(to, CPU, allowance.cpu().toSeconds() + SLACK_SECONDS);
            write(to, FSIZE, LARGEST_FILE);
            write(to, STACK, Math.min(DEEPEST_STACK, allowance.memory()));
            write(to, CORE, 0);
            write(to, NPROC, PROCESSES);
            write(to, NOFILE, FILES);
        });
    }

    private static void write(java.io.DataOutputStream to, int resource, long most) throws java.io.IOException {
        to.writeInt(resource);
        to.writeLong(most);
    }
}
