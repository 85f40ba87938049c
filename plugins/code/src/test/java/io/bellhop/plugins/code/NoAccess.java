package io.bellhop.plugins.code;

import io.bellhop.api.access.Access;
import io.bellhop.api.access.Need;
import io.bellhop.api.access.Rank;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.access.Standing;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.User;
import io.bellhop.api.command.CommandDescription;

/** Knows no ranks. */
final class NoAccess implements Access {
    @Override
    public int rank(User user, Channel channel) {
        return Rank.EVERYONE;
    }

    @Override
    public Requirement requirement(CommandDescription command, Channel channel) {
        return new Requirement(command.rank(), 0);
    }

    @Override
    public Need approvals(CommandDescription command, Channel channel) {
        return command.approvals();
    }

    @Override
    public Standing standing(User user, Channel channel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean informed() {
        return false;
    }
}
