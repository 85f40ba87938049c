package io.bellhop.plugins.access;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.Text;

/** Asks before something takes rights from many. Whoever picks is checked again, by the command that it fires. */
final class Confirmation {
    private Confirmation() {}

    static Content of(String consequence, String line) {
        return Content.of(Text.of(consequence + " Nothing was changed yet.")).with(Choice.of("Do it", line));
    }
}
