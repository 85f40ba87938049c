package io.bellhop.plugins.code.engine.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.roastedroot.quickjs4j.core.Engine_ModuleExports;
import io.roastedroot.quickjs4j.core.JavyPluginModule;
import java.util.Collections;
import java.util.List;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.ValType;

/**
 * One QuickJS: a WebAssembly instance with a memory of its own, and a host. The module's code is shared by all. Used by
 * one thread. It drives quickjs4j's module without quickjs4j's engine, which would bring Jackson, a service loader and
 * threads of its own.
 */
final class QuickJs {
    /** A program has no stack left when its pointer is this near to the memory's start, below which nothing lies. */
    private static final int STACK_MARGIN = 4096;

    private static final int STACK_POINTER = 0;
    private static final int BOOT_PAGES = 64;
    private static final int UNALIGNED = 1;

    /** Stands before each answer, and is taken off by the prelude: the module breaks on answers without a byte. */
    private static final char MARK = '=';

    private static final FunctionType INVOKE =
            FunctionType.of(Collections.nCopies(6, ValType.I32), List.of(ValType.I32));

    private final Host host;
    private final int longestDetail;
    private final CappedMemory memory;
    private final Wasi wasi;
    private final Instance instance;
    private final Engine_ModuleExports exports;

    private QuickJs(Host host, int longestDetail, CappedMemory memory) {
        this.host = host;
        this.longestDetail = longestDetail;
        this.memory = memory;
        this.wasi = new Wasi(memory);
        this.instance = Instance.builder(JavyPluginModule.load())
                .withMemoryFactory(_ -> memory)
                .withMachineFactory(JavyPluginModule::create)
                .withImportValues(imports())
                .build();
        this.exports = new Engine_ModuleExports(instance);
    }

    /**
     * Starts a QuickJS from nothing.
     *
     * @param host answers its scripts
     * @param longestDetail the most bytes that reach the host at once; the rest of a longer detail is lost
     * @return the engine, with an empty global scope
     */
    static QuickJs fresh(Host host, int longestDetail) {
        var declared = JavyPluginModule.load()
                .memorySection()
                .orElseThrow()
                .getMemory(0)
                .limits();
        var memory = new CappedMemory(new MemoryLimits(declared.initialPages(), BOOT_PAGES));
        var quickJs = new QuickJs(host, longestDetail, memory);
        quickJs.exports.initializeRuntime();
        return quickJs;
    }

    /**
     * Makes a QuickJS that goes on from an image.
     *
     * @param image what it finds in its memory
     * @param host answers its scripts
     * @param longestDetail the most bytes that reach the host at once; the rest of a longer detail is lost
     * @param memoryLimit the most bytes of memory
     * @return the engine
     */
    static QuickJs from(Image image, Host host, int longestDetail, long memoryLimit) {
        var taken = image.memory().length / Memory.PAGE_SIZE;
        var most = Math.toIntExact(Math.max(taken, memoryLimit / Memory.PAGE_SIZE));
        var memory = new CappedMemory(new MemoryLimits(taken, most));
        var quickJs = new QuickJs(host, longestDetail, memory);
        memory.write(0, image.memory());
        return quickJs;
    }

    Bytecode compile(String script) {
        var text = script.getBytes(UTF_8);
        var address = copyIn(text);
        var compiled = exports.compileSrc(address, text.length);
        exports.abiFree(address, text.length, UNALIGNED);
        return new Bytecode(memory.readInt(compiled), memory.readInt(compiled + Integer.BYTES));
    }

    /** Runs a script, and then all microtasks until none is left. */
    void evaluate(Bytecode script) {
        exports.eval(script.address(), script.length(), 0, 0);
    }

    CappedMemory memory() {
        return memory;
    }

    /** {@return whether what just trapped had used up its stack} */
    boolean outOfStack() {
        return (int) instance.global(STACK_POINTER).getValue() < STACK_MARGIN;
    }

    /** {@return what the engine said as it broke, for the log} */
    String diagnostics() {
        return wasi.diagnostics();
    }

    private ImportValues imports() {
        return ImportValues.builder()
                .addFunction(wasi.functions().toArray(ImportFunction[]::new))
                .addFunction(new HostFunction("endive", "invoke", INVOKE, this::invoke))
                .build();
    }

    private long[] invoke(Instance caller, long... operands) {
        var what = text((int) operands[2], (int) operands[3]);
        var detail = text((int) operands[4], Math.min((int) operands[5], longestDetail));
        var answer = (MARK + host.ask(what, detail)).getBytes(UTF_8);
        var address = copyIn(answer);
        var slice = exports.cabiRealloc(0, 0, UNALIGNED, 2 * Integer.BYTES);
        memory.writeI32(slice, address);
        memory.writeI32(slice + Integer.BYTES, answer.length);
        return new long[] {slice};
    }

    private String text(int address, int length) {
        return new String(memory.readBytes(address, length), UTF_8);
    }

    private int copyIn(byte[] bytes) {
        var address = exports.cabiRealloc(0, 0, UNALIGNED, bytes.length);
        memory.write(address, bytes);
        return address;
    }
}
