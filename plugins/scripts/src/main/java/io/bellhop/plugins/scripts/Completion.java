package io.bellhop.plugins.scripts;

import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.Suggests;
import io.bellhop.api.plugin.ChatPlugin;
import io.bellhop.plugins.code.service.CodeLanguage;
import io.bellhop.plugins.code.service.CodeRunner;
import io.bellhop.plugins.scripts.store.Finder;
import io.bellhop.plugins.scripts.store.Here;
import io.bellhop.plugins.scripts.store.Script;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Completes the names of scripts and of their languages while they are typed. */
@ChatPlugin
public final class Completion {
    private static final int MOST = 500;

    private final Finder finder;
    private final CodeRunner runner;

    @Inject
    Completion(Jdbi jdbi, CodeRunner runner) {
        this.finder = new Finder(jdbi);
        this.runner = runner;
    }

    @Suggests(
            command = {"script run", "script show", "script diff"},
            parameter = "name")
    List<String> found(User user, Channel channel) {
        return finder.list(new Here(user, channel), 0, MOST).stream()
                .map(script -> script.own() ? script.name() : script.author().name() + "/" + script.name())
                .toList();
    }

    @Suggests(
            command = {"script edit", "script delete", "script share", "script unshare"},
            parameter = "name")
    List<String> own(User user, Channel channel) {
        return finder.list(new Here(user, channel), 0, MOST).stream()
                .filter(Script::own)
                .map(Script::name)
                .toList();
    }

    @Suggests(command = "script rename", parameter = "old")
    List<String> renamed(User user, Channel channel) {
        return own(user, channel);
    }

    @Suggests(
            command = {"script save", "script edit"},
            parameter = "language")
    List<String> languages() {
        return runner.languages().stream().map(CodeLanguage::name).toList();
    }
}
