package io.bellhop.core.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** What a {@link TestBot} needs beside the plugin under test. Each method returns this. */
public final class TestBotOptions {
    private final List<Path> others = new ArrayList<>();
    private RandomGenerator random = new Random(1);
    private String configuration = "";

    TestBotOptions() {}

    /**
     * Sets the configuration.
     *
     * @param yaml what stands in {@code bellhop.yaml}
     * @return this
     */
    public TestBotOptions configuration(String yaml) {
        configuration = yaml;
        return this;
    }

    /**
     * Sets where random numbers come from; if not set, the same ones come in each test.
     *
     * @param source makes numbers
     * @return this
     */
    public TestBotOptions random(RandomGenerator source) {
        random = source;
        return this;
    }

    /**
     * Adds a plugin that the one under test depends on.
     *
     * @param jar its JAR
     * @return this
     */
    public TestBotOptions plugin(Path jar) {
        others.add(jar);
        return this;
    }

    /**
     * Starts the bot.
     *
     * @return the bot, to be closed
     * @throws AssertionError if a plugin is refused, with the reason
     */
    public TestBot load() {
        try {
            var home = Files.createTempDirectory("bellhop-test");
            var plugins = Files.createDirectories(home.resolve("plugins"));
            Files.writeString(home.resolve("bellhop.yaml"), configuration);
            for (var jar : others) {
                Files.copy(jar, plugins.resolve(jar.getFileName()));
            }
            PluginUnderTest.packInto(plugins);
            return TestBot.load(home, random);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
