package io.bellhop.plugins.code.engine.sandbox.seccomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilterTest {
    private static final int NO_PERMISSION = Bpf.REFUSE | 1;
    private static final int NO_SUCH_CALL = Bpf.REFUSE | 38;
    private static final int ARM_32 = 0x40000028;
    private static final int X86_32 = 0x40000003;
    private static final int X32 = 0x40000000;
    private static final int NEW_USER = 0x10000000;
    private static final long UPPER_BITS = 1L << 32;

    /** The numbers of calls, which differ between architectures. */
    enum Calls {
        X86_64(0xc000003e, 0, 101, 165, 321, 425, 56, 435, 41, 16, 302, 319, 29, 240, 259),
        AARCH64(0xc00000b7, 63, 117, 40, 280, 425, 220, 435, 198, 29, 261, 279, 194, 180, 33);

        private final int architecture;

        @SuppressWarnings("ImmutableEnumChecker") // never changed
        private final int[] numbers;

        @SuppressWarnings("ImmutableEnumChecker") // never changed
        private final Bpf filter;

        Calls(int architecture, int... numbers) {
            this.architecture = architecture;
            this.numbers = numbers;
            try {
                this.filter = new Bpf(Filter.shipped(name().toLowerCase(Locale.ROOT)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @SuppressWarnings("EnumOrdinal") // the numbers stand in the order of the calls
        int verdict(Call call, long... arguments) {
            return filter.verdict(architecture, numbers[call.ordinal()], arguments);
        }
    }

    enum Call {
        READ,
        PTRACE,
        MOUNT,
        BPF,
        IO_URING_SETUP,
        CLONE,
        CLONE3,
        SOCKET,
        IOCTL,
        PRLIMIT64,
        MEMFD_CREATE,
        SHMGET,
        MQ_OPEN,
        MKNODAT
    }

    @ParameterizedTest
    @EnumSource
    void letsThroughWhatProgramsNeed(Calls calls) {
        assertThat(calls.verdict(Call.READ)).isEqualTo(Bpf.ALLOW);
        assertThat(calls.verdict(Call.CLONE, 0x003d0f00)).as("a thread").isEqualTo(Bpf.ALLOW);
        assertThat(calls.verdict(Call.CLONE, 17)).as("a process").isEqualTo(Bpf.ALLOW);
        assertThat(calls.verdict(Call.SOCKET, 1)).as("AF_UNIX").isEqualTo(Bpf.ALLOW);
        assertThat(calls.verdict(Call.SOCKET, 2)).as("AF_INET").isEqualTo(Bpf.ALLOW);
        assertThat(calls.verdict(Call.IOCTL, 1, 0x5401)).as("TCGETS").isEqualTo(Bpf.ALLOW);
        assertThat(calls.verdict(Call.PRLIMIT64, 0)).as("its own limits").isEqualTo(Bpf.ALLOW);
        assertThat(calls.verdict(Call.MKNODAT, -100, 0, 0010644)).as("a pipe").isEqualTo(Bpf.ALLOW);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatReachesIntoOtherProcessesOrTheKernel(Calls calls) {
        assertThat(calls.verdict(Call.PTRACE)).isEqualTo(NO_PERMISSION);
        assertThat(calls.verdict(Call.MOUNT)).isEqualTo(NO_PERMISSION);
        assertThat(calls.verdict(Call.BPF)).isEqualTo(NO_PERMISSION);
        assertThat(calls.verdict(Call.IO_URING_SETUP)).isEqualTo(NO_SUCH_CALL);
        assertThat(calls.verdict(Call.MEMFD_CREATE)).isEqualTo(NO_SUCH_CALL);
        assertThat(calls.verdict(Call.SHMGET)).isEqualTo(NO_SUCH_CALL);
        assertThat(calls.verdict(Call.MQ_OPEN)).isEqualTo(NO_SUCH_CALL);
    }

    @ParameterizedTest
    @EnumSource
    void looksAtArguments(Calls calls) {
        assertThat(calls.verdict(Call.CLONE, 17 | NEW_USER)).as("a namespace").isNotEqualTo(Bpf.ALLOW);
        assertThat(calls.verdict(Call.CLONE3)).isEqualTo(NO_SUCH_CALL);
        assertThat(calls.verdict(Call.SOCKET, 16)).as("AF_NETLINK").isNotEqualTo(Bpf.ALLOW);
        assertThat(calls.verdict(Call.SOCKET, 40)).as("AF_VSOCK").isNotEqualTo(Bpf.ALLOW);
        assertThat(calls.verdict(Call.IOCTL, 1, 0x5412)).as("TIOCSTI").isNotEqualTo(Bpf.ALLOW);
        assertThat(calls.verdict(Call.IOCTL, 1, 0x5412 + UPPER_BITS))
                .as("TIOCSTI behind bits that the kernel ignores")
                .isNotEqualTo(Bpf.ALLOW);
        assertThat(calls.verdict(Call.PRLIMIT64, 7)).as("another's limits").isNotEqualTo(Bpf.ALLOW);
        assertThat(calls.verdict(Call.MKNODAT, -100, 0, 0020666)).as("a device").isNotEqualTo(Bpf.ALLOW);
    }

    @ParameterizedTest
    @EnumSource
    void killsProgramsOfAnotherAbi(Calls calls) {
        assertThat(calls.filter.verdict(X86_32, 1)).isEqualTo(Bpf.KILL);
        assertThat(calls.filter.verdict(ARM_32, 1)).isEqualTo(Bpf.KILL);
    }

    @ParameterizedTest
    @EnumSource(names = "X86_64")
    void killsProgramsOfTheX32Abi(Calls calls) {
        assertThat(calls.filter.verdict(calls.architecture, X32 + 1)).isEqualTo(Bpf.KILL);
    }
}
