package io.bellhop.plugins.code.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pseudo-terminals of jobs that have one Python between them: each job has its own, and says nothing by them. */
@NeedsSandbox
class ForkedTerminalTest extends ForkedTrials {
    private static final String USES_ONE = """
            import os, pty
            child, terminal = pty.fork()
            if not child:
                os.execvp('sh', ['sh', '-c', 'test -t 0 && tty && read line && echo got $line'])
            os.write(terminal, b'typed\\n')
            said = b''
            try:
                while piece := os.read(terminal, 1000): said += piece
            except OSError: pass
            print(said.decode().split())
            """;

    ForkedTerminalTest() throws IOException, InterruptedException {}

    @Test
    void canBeUsed() throws Exception {
        assertThat(said(USES_ONE)).contains("'/dev/pts/0'", "'got', 'typed'");
    }

    @Test
    void canBeUsedWhateverTheJobBeforeTried() throws Exception {
        run("""
                import os
                for path in '/dev/ptmx', '/dev/pts/ptmx', '/dev/pts':
                    try: os.chmod(path, 0)
                    except OSError: pass
                """);

        assertThat(said(USES_ONE)).contains("'got', 'typed'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"os.chmod(path, 0o700)", "os.utime(path, ns=(1, 10 ** 18))", "os.chown(path, -1, os.getgid())"})
    void tellTheNextJobNothing(String said) throws Exception {
        var look = """
                import os
                for path in '/dev', '/dev/pts', '/dev/pts/ptmx':
                    seen = os.stat(path)
                    print(path, oct(seen.st_mode), seen.st_uid, seen.st_gid, seen.st_mtime == 10 ** 9, os.listdir('/dev/pts'))
                """;
        var before = said(look);
        run("""
                import os
                for path in '/dev', '/dev/pts', '/dev/pts/ptmx':
                    try: %s
                    except OSError: pass
                """.formatted(said));

        assertThat(said(look)).isEqualTo(before);
    }
}
