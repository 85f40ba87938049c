package io.bellhop.plugins.code.engine.embedded;

import io.bellhop.plugins.code.engine.Verdict;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.MemoryLimits;

/**
 * A program's memory, which ends the program when it asks for more than the cap. A refusal in WebAssembly's own manner
 * would reach the program as an exception, or the engine as a fault, and the true reason would be lost. Pages are taken
 * from the heap as they are asked for.
 */
@SuppressWarnings("removal") // the interface has methods on their way out, which must be there until then
final class CappedMemory implements Memory {
    private final Memory pages;
    private final long limit;

    CappedMemory(MemoryLimits limits) {
        this.pages = new ByteArrayMemory(limits);
        this.limit = (long) limits.maximumPages() * PAGE_SIZE;
    }

    /** {@return the bytes taken, which never shrink, so that they are the peak too} */
    long size() {
        return (long) pages.pages() * PAGE_SIZE;
    }

    /** {@return a copy of all that is in it} */
    byte[] bytes() {
        return pages.readBytes(0, Math.toIntExact(size()));
    }

    @Override
    public int grow(int more) {
        if (more < 0 || size() + (long) more * PAGE_SIZE > limit) {
            throw new Ended(new Verdict.MemoryLimit(limit));
        }
        return pages.grow(more);
    }

    @Override
    public int pages() {
        return pages.pages();
    }

    @Override
    public int initialPages() {
        return pages.initialPages();
    }

    @Override
    public int maximumPages() {
        return pages.maximumPages();
    }

    @Override
    public boolean shared() {
        return pages.shared();
    }

    @Override
    public Object lock(int address) {
        throw new UnsupportedOperationException("QuickJS has one thread");
    }

    @Override
    public int waitOn(int address, int expected, long timeout) {
        throw new UnsupportedOperationException("QuickJS has one thread");
    }

    @Override
    public int waitOn(int address, long expected, long timeout) {
        throw new UnsupportedOperationException("QuickJS has one thread");
    }

    @Override
    public int notify(int address, int waiters) {
        throw new UnsupportedOperationException("QuickJS has one thread");
    }

    @Override
    public void initialize(Instance instance, DataSegment[] segments) {
        pages.initialize(instance, segments);
    }

    @Override
    public void initialize(Instance instance, DataSegment[] segments, int index) {
        pages.initialize(instance, segments, index);
    }

    @Override
    public void initPassiveSegment(int segment, int target, int offset, int count) {
        pages.initPassiveSegment(segment, target, offset, count);
    }

    @Override
    public void write(int address, byte[] data, int offset, int count) {
        pages.write(address, data, offset, count);
    }

    @Override
    public byte read(int address) {
        return pages.read(address);
    }

    @Override
    public byte[] readBytes(int address, int count) {
        return pages.readBytes(address, count);
    }

    @Override
    public void writeI32(int address, int value) {
        pages.writeI32(address, value);
    }

    @Override
    public int readInt(int address) {
        return pages.readInt(address);
    }

    @Override
    public void writeLong(int address, long value) {
        pages.writeLong(address, value);
    }

    @Override
    public long readLong(int address) {
        return pages.readLong(address);
    }

    @Override
    public void writeShort(int address, short value) {
        pages.writeShort(address, value);
    }

    @Override
    public short readShort(int address) {
        return pages.readShort(address);
    }

    @Override
    public long readU16(int address) {
        return pages.readU16(address);
    }

    @Override
    public void writeByte(int address, byte value) {
        pages.writeByte(address, value);
    }

    @Override
    public void writeF32(int address, float value) {
        pages.writeF32(address, value);
    }

    @Override
    public long readF32(int address) {
        return pages.readF32(address);
    }

    @Override
    public float readFloat(int address) {
        return pages.readFloat(address);
    }

    @Override
    public void writeF64(int address, double value) {
        pages.writeF64(address, value);
    }

    @Override
    public double readDouble(int address) {
        return pages.readDouble(address);
    }

    @Override
    public long readF64(int address) {
        return pages.readF64(address);
    }

    @Override
    public void zero() {
        pages.zero();
    }

    @Override
    public void fill(byte value, int from, int to) {
        pages.fill(value, from, to);
    }

    @Override
    public void copy(int target, int source, int count) {
        pages.copy(target, source, count);
    }

    @Override
    public void drop(int segment) {
        pages.drop(segment);
    }
}
