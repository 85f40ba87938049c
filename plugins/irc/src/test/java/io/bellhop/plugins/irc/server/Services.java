package io.bellhop.plugins.irc.server;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Services as a network has them, linked to the server like any: they log people in to accounts, and check passwords by
 * SASL.
 */
public final class Services implements AutoCloseable {
    private static final String SID = "9SV";
    private static final String SASL = SID + "AAAAAA";
    private static final String PASSWORD = "hunter2";
    private static final int PATIENCE_SECONDS = 60;

    private final Someone link;
    private final Thread thread;
    private final Map<String, String> ids = new HashMap<>();
    private final Semaphore pongs = new Semaphore(0);

    public Services(InspIrcd server) {
        link = new Someone(server.servicesPort());
        link.send("CAPAB START 1205").send("CAPAB CAPABILITIES :PROTOCOL=1205").send("CAPAB END");
        link.send("SERVER services.bellhop.test link 0 " + SID + " :services");
        link.await("^SERVER ");
        link.send(":" + SID + " BURST " + Instant.now().getEpochSecond()).send(":" + SID + " ENDBURST");
        link.send(":" + SID + " UID " + SASL + " " + Instant.now().getEpochSecond()
                + " SaslServ services services services 0.0.0.0 "
                + Instant.now().getEpochSecond() + " + :SASL");
        thread = Thread.ofPlatform().daemon().name("services").start(this::serve);
    }

    /** Logs someone in, or out with an empty account: whoever the server calls so now, not who did before. */
    public void login(String nick, String account) {
        hearAllThatWasSaid();
        synchronized (ids) {
            loginId(ids.get(nick), account);
        }
    }

    private void hearAllThatWasSaid() {
        link.send(":" + SID + " PING " + SID + " 1BH");
        try {
            if (!pongs.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the server does not answer the services");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void loginId(String id, String account) {
        link.send(":" + SID + " METADATA " + id + " accountname :" + account);
    }

    private void serve() {
        try {
            while (true) {
                var line = link.await("^:");
                var words = line.split(" ", -1);
                switch (words[1]) {
                    case "UID" -> learn(words[4], words[2]);
                    case "NICK" -> learn(words[2], words[0].substring(1));
                    case "ENCAP" -> authenticate(line);
                    case "PONG" -> pongs.release();
                    case "PING" -> link.send(":" + SID + " PONG " + words[2] + " " + words[2]);
                    default -> {}
                }
            }
        } catch (AssertionError | UncheckedIOException _) {
            // the test is over
        }
    }

    private void learn(String nick, String id) {
        synchronized (ids) {
            ids.values().remove(id);
            ids.put(nick, id);
        }
    }

    /** Such as {@code :1BH ENCAP services.bellhop.test SASL 1BHAAAAAA * C cGxhaW4=}. */
    private void authenticate(String line) {
        var words = line.substring(line.indexOf(" SASL ") + " SASL ".length()).split(" ", -1);
        var uid = words[0];
        var answer = ":" + SID + " ENCAP 1BH SASL " + SASL + " " + uid;
        if (!line.contains(" SASL ")) {
            return;
        }
        if (words.length > 3 && words[2].equals("S")) {
            link.send(answer + " C +");
        } else if (words.length > 3 && words[2].equals("C")) {
            var parts = new String(Base64.getDecoder().decode(words[3].replace(":", "")), StandardCharsets.UTF_8)
                    .split("\0", -1);
            boolean right = parts[2].equals(PASSWORD);
            if (right) {
                loginId(uid, parts[1]);
            }
            link.send(answer + " D " + (right ? "S" : "F"));
        }
    }

    @Override
    public void close() {
        link.drop();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
