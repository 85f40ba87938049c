package io.bellhop.plugins.irc.session;

import io.bellhop.plugins.irc.people.CaseMapping;
import io.bellhop.plugins.irc.wire.Line;

/** What a server says about itself (numeric 005). Written by the network's own thread, read by any. */
final class Support {
    private volatile CaseMapping mapping = CaseMapping.RFC1459;
    private volatile String channelTypes = "#&";
    private volatile String marks = "@+";
    private volatile boolean whox;

    void read(Line line) {
        for (int i = 1; i < line.parameters().size() - 1; i++) {
            var token = line.parameter(i);
            int equals = token.indexOf('=');
            var value = equals < 0 ? "" : token.substring(equals + 1);
            switch (equals < 0 ? token : token.substring(0, equals)) {
                case "CASEMAPPING" -> mapping = CaseMapping.named(value);
                case "CHANTYPES" -> channelTypes = value;
                case "PREFIX" -> marks = value.substring(value.indexOf(')') + 1);
                case "WHOX" -> whox = true;
                default -> {
                    // the rest changes nothing that we do
                }
            }
        }
    }

    CaseMapping mapping() {
        return mapping;
    }

    boolean isChannel(String target) {
        return !target.isEmpty() && channelTypes.indexOf(target.charAt(0)) >= 0;
    }

    /** Returns a nick from a list of names, without the marks of rank in front of it. */
    String unmarked(String name) {
        int start = 0;
        while (start < name.length() && marks.indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        return name.substring(start);
    }

    boolean whox() {
        return whox;
    }
}
