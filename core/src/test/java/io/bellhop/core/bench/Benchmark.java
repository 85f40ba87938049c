package io.bellhop.core.bench;

/** Measures one promise of speed or size. */
interface Benchmark {
    /** Names it on the command line. */
    String name();

    /** Measures, and tells each figure as soon as it is known. */
    void run(Results results) throws Exception;
}
