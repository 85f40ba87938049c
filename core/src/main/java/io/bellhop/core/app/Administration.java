package io.bellhop.core.app;

import io.bellhop.api.access.Rank;
import io.bellhop.api.command.Command;
import jakarta.inject.Inject;

/** What owners do to the bot itself, beside its plugins. */
final class Administration {
    private final EndSignal end;

    @Inject
    Administration(EndSignal end) {
        this.end = end;
    }

    @Command(name = "shutdown", help = "Ends the bot, once what is running has been answered.", rank = Rank.OWNER)
    String shutdown() {
        end.give();
        return "Good bye.";
    }
}
