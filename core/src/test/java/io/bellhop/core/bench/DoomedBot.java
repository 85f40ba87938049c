package io.bellhop.core.bench;

import io.bellhop.api.event.MessageReceived;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.DiscordCrowd;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A bot in a process that is going to be killed. What is said to it comes on its standard input, a message a line. */
final class DoomedBot {
    static final String EFFECTS = "bellhop.bench.effects";
    static final String READY = "ready";

    private static final int PEOPLE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String PLUGIN = """
            @ChatPlugin
            final class Effects {
                @Command(name = "have", help = "Has an effect that stays.")
                String have(@Arg String effect) throws Exception {
                    var file = java.nio.file.Path.of(System.getProperty("%s"));
                    try (var out = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.CREATE,
                            java.nio.file.StandardOpenOption.APPEND)) {
                        out.write(java.nio.ByteBuffer.wrap((effect + "\\n").getBytes()));
                        out.force(true);
                    }
                    return "had " + effect;
                }
            }
            """.formatted(EFFECTS);

    private DoomedBot() {}

    static void prepare(Path home) throws IOException {
        Files.createDirectories(home.resolve("plugins"));
        PluginJar.compile("effects", PLUGIN).release(home.resolve("plugins"), "1.0.0");
        Files.writeString(home.resolve("bellhop.yaml"), "");
    }

    /**
     * Runs until it is killed, or until its input ends.
     *
     * @param args the home; how much later than now it lives, as {@link Duration} is written; and where
     */
    public static void main(String[] args) throws Exception {
        var where = List.of(args).subList(2, args.length);
        var connector = where.getFirst().equals("paper")
                ? new PaperConnector(Path.of(where.get(1)), Boolean.parseBoolean(where.get(2)))
                : new NullConnector();
        try (var bot = new BenchBot(Path.of(args[0]), connector, Duration.parse(args[1]));
                var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            if (where.getFirst().equals("discord")) {
                bot.connect(DiscordCrowd.connector(where.get(1), bot.part(Offers.class)));
            }
            System.out.println(READY);
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var user = "user" + Math.floorMod(line.hashCode(), PEOPLE);
                bot.publish(new MessageReceived(connector.message(user, line, "!have " + line)));
            }
            if (!bot.paysAll(PATIENCE)) {
                throw new IllegalStateException("something is still owed");
            }
        }
        System.exit(0);
    }
}
