package io.bellhop.plugins.irc;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellhop.core.testkit.TestBot;
import io.bellhop.plugins.irc.server.InspIrcd;
import io.bellhop.plugins.irc.server.Services;
import io.bellhop.plugins.irc.server.Someone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is who, on a real server with services linked to it. */
@Timeout(120)
class AccountsTest {
    private static InspIrcd server;
    private static Services services;

    private Someone ann;

    @SuppressWarnings("NullAway.Init") // each test starts its own
    private TestBot bot;

    @BeforeAll
    static void startServer() {
        server = InspIrcd.start();
        services = new Services(server);
    }

    @AfterAll
    static void stopServer() {
        if (services != null) {
            services.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void start() {
        ann = Someone.called("ann", server.port(), "#ops");
    }

    @AfterEach
    void stop() {
        ann.close();
        if (bot != null) {
            bot.close();
        }
    }

    private void starts(String more) {
        bot = TestBot.with()
                .configuration("""
                plugins:
                  irc:
                    networks:
                      test:
                        host: 127.0.0.1
                        port: %d
                        tls: false
                        nick: bell
                        channels: ["#ops"]
                        reconnect: 10ms
                %s
                """.formatted(server.port(), more.indent(8)))
                .load();
        ann.await(":bell!.* JOIN .*#ops");
    }

    @Test
    void logsInBySasl() {
        starts("account: bot\npassword: hunter2");
        ann.send("WHOIS bell");
        assertThat(ann.await(" 330 ")).contains(" bell bot :is logged in as");
    }

    @Test
    void staysAwayWhenThePasswordIsWrong() {
        bot = TestBot.with().configuration("""
                plugins:
                  irc:
                    networks:
                      test: {host: 127.0.0.1, port: %d, tls: false, nick: bell, account: bot, password: wrong}
                """.formatted(server.port())).load();
        String state;
        do {
            state = String.join("\n", bot.as("owner").says("!irc").texts());
        } while (!state.contains("stopped"));
        assertThat(state).contains("the log-in to the account bot failed").doesNotContain("wrong");
    }

    @Test
    void letsAnOperatorAdministerTheNetworkOnlyWhileLoggedIn() {
        ann.send("OPER root root").await(" 381 ");
        starts("");
        assertThat(asksForTheNetworks("ann")).contains("access.rank");
        services.login("ann", "Ann");
        ann.await(" 900 ");
        while (!asksForTheNetworks("ann").contains("connected as bell")) {
            Thread.onSpinWait(); // who is an operator is told a moment after the bot has joined
        }
        ann.send("NICK anna");
        assertThat(asksForTheNetworks("anna")).contains("connected as bell");
        services.login("anna", "");
        ann.await(" 901 ");
        assertThat(asksForTheNetworks("anna")).contains("access.rank");
    }

    @Test
    void takesNobodyForAnotherByTheirNick() {
        ann.send("OPER root root").await(" 381 ");
        services.login("ann", "ann");
        ann.await(" 900 ");
        starts("");
        while (!asksForTheNetworks("ann").contains("connected as bell")) {
            Thread.onSpinWait(); // who is an operator is told a moment after the bot has joined
        }
        ann.close();
        ann = Someone.called("ann", server.port(), "#ops");
        assertThat(asksForTheNetworks("ann")).contains("access.rank");
        services.login("ann", "ann2");
        ann.await(" 900 ");
        assertThat(asksForTheNetworks("ann")).contains("access.rank");
    }

    private String asksForTheNetworks(String nick) {
        ann.says("#ops", "!irc");
        var answer = ann.hears("#ops");
        assertThat(answer).startsWith(nick + ": ");
        return answer;
    }
}
