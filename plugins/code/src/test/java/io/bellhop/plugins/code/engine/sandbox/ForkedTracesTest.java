package io.bellhop.plugins.code.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a program in a sandbox that forks Python could leave for the next, and must not. */
@NeedsSandbox
class ForkedTracesTest extends ForkedTrials {
    ForkedTracesTest() throws IOException, InterruptedException {}

    @Test
    void areNoConnectionsThatTheKernelKeeps() throws Exception {
        run("import socket; print(open('/proc/net/tcp').read().count('\\n'))");
        assertThat(sandbox().isOpen()).isTrue();

        run("""
                import socket
                with socket.create_server(('127.0.0.1', 5555)) as server:
                    with socket.create_connection(('127.0.0.1', 5555)) as client:
                        server.accept()[0].close()
                """);

        assertThat(sandbox().isOpen()).isFalse();
    }

    @Test
    void areNoConnectionsThatWereOpenAtTheEnd() throws Exception {
        run("""
                import os, socket
                server = socket.create_server(('::1', 5555), family=socket.AF_INET6)
                client = socket.create_connection(('::1', 5555))
                accepted = server.accept()[0]
                client.send(b'unread')
                os._exit(0)
                """);

        var seen = said("print([open('/proc/net/' + name).read().count(':15B3') for name in ('tcp', 'tcp6')])");
        assertThat(seen).isEqualTo("[0, 0]\n");
    }

    @Test
    void isNoMemoryThatCountsAsTheNextOnes() throws Exception {
        run("""
                import os
                left = 60 << 20
                for folder, _, names in os.walk('/usr/lib'):
                    for name in names:
                        path = os.path.join(folder, name)
                        if left > 0 and os.path.isfile(path) and not os.path.islink(path) and os.access(path, os.R_OK):
                            with open(path, 'rb') as file:
                                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)  # so that it is read anew
                                left -= len(file.read())
                """);

        assertThat(run("print(1)").stage().usage().peakMemory()).isLessThan(20 << 20);
    }

    @Test
    void isNoSandboxBrokenByAFolderThatCantBeEntered() throws Exception {
        var ran = run("import os; os.mkdir('out'); open('out/a', 'w').close(); os.chmod('out', 0o400)");

        assertThat(ran.leftOut()).hasValue(1);
        assertThat(sandbox().isOpen()).isTrue();
    }
}
