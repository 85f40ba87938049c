package io.bellhop.core.discord.call;

import io.bellhop.core.discord.content.Place;
import net.dv8tion.jda.api.events.Event;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What Discord says with each interaction that may be shown in answer to it; JDA has no words for that. */
final class Permits {
    private static final long ALL = -1;

    private Permits() {}

    static Place of(Interaction interaction) {
        var raw = interaction instanceof Event event ? event.getRawData() : null;
        return raw == null ? Place.OPEN : of(raw.getObject("d"));
    }

    private static Place of(DataObject interaction) {
        return Place.granted(
                interaction.getLong("app_permissions", ALL),
                interaction.getLong("attachment_size_limit", Place.OPEN.largestFile()));
    }
}
