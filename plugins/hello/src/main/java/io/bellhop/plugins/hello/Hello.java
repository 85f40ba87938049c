package io.bellhop.plugins.hello;

import io.bellhop.api.chat.Text;
import io.bellhop.api.command.Arg;
import io.bellhop.api.command.Command;
import io.bellhop.api.command.Example;
import io.bellhop.api.plugin.ChatPlugin;

/** Says hello. */
@ChatPlugin
public final class Hello {
    @Command(name = "hello", help = "Says hello.", repeatable = true)
    @Example(value = "hello Ann", replies = "Hello, Ann!")
    Text hello(@Arg(help = "whom to greet", orElse = "world") String name) {
        return Text.of("Hello, ").bold(name).add("!");
    }
}
