package io.bellhop.plugins.irc.server;

import java.io.UncheckedIOException;
import java.util.Base64;

/**
 * Services as a network has them, linked to the server like any: they log people in to accounts, and check passwords by
 * SASL.
 */
public final class Services implements AutoCloseable {
    private static final String SID = "9SV";
    private static final String PASSWORD = "hunter2";

    private final Someone link;
    private final Thread thread;

    public Services(InspIrcd server) {
        link = new Someone(server.servicesPort());
        link.send("CAPAB START 1205").send("CAPAB CAPABILITIES :PROTOCOL=1205").send("CAPAB END");
        link.send("SERVER services.bellhop.test link 0 " + SID + " :services");
        link.await("^SERVER ");
        link.send(":" + SID + " BURST 1").send(":" + SID + " ENDBURST");
        link.await("ENDBURST");
        thread = Thread.ofPlatform().daemon().name("services").start(this::serve);
    }

    /** Logs someone in, or out with an empty account. */
    public void login(String uid, String account) {
        link.send(":" + SID + " METADATA " + uid + " accountname :" + account);
    }

    private void serve() {
        try {
            while (true) {
                authenticate(link.await(" ENCAP .* SASL "));
            }
        } catch (AssertionError | UncheckedIOException _) {
            // the test is over
        }
    }

    /** Such as {@code :1BH ENCAP services.bellhop.test SASL 1BHAAAAAA * C cGxhaW4=}. */
    private void authenticate(String line) {
        var words = line.substring(line.indexOf(" SASL ") + 6).split(" ");
        var uid = words[0];
        var answer = ":" + SID + " ENCAP 1BH SASL " + SID + "AAAAAA " + uid;
        if (words[2].equals("S")) {
            link.send(answer + " C +");
        } else if (words[2].equals("C")) {
            var parts = new String(Base64.getDecoder().decode(words[3].replace(":", ""))).split("\0");
            boolean right = parts[2].equals(PASSWORD);
            if (right) {
                login(uid, parts[1]);
            }
            link.send(answer + " D " + (right ? "S" : "F"));
        }
    }

    @Override
    public void close() {
        link.close();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
