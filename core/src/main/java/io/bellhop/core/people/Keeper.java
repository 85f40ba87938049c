package io.bellhop.core.people;

import io.bellhop.api.chat.UserId;
import io.bellhop.api.storage.PersonalData;
import io.bellhop.core.event.pool.PluginPool;
import io.bellhop.core.event.pool.PoolCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A plugin that runs, and those of its objects that know what it keeps about people. */
record Keeper(String plugin, PluginPool pool, List<PersonalData> data) {
    /** Asks for all that is kept about someone, as maps, lists and values. */
    CompletableFuture<Map<String, Object>> export(UserId user) {
        return data.isEmpty() ? CompletableFuture.completedFuture(Map.of()) : PoolCall.on(pool, () -> parts(user));
    }

    /** Asks to delete it all. */
    CompletableFuture<List<String>> forget(UserId user) {
        return data.isEmpty() ? CompletableFuture.completedFuture(List.of()) : PoolCall.on(pool, () -> gone(user));
    }

    private Map<String, Object> parts(UserId user) throws Exception {
        var parts = new LinkedHashMap<String, Object>();
        for (var one : data) {
            parts.putAll(Parts.plain(one.export(user)));
        }
        return parts;
    }

    private List<String> gone(UserId user) throws Exception {
        var gone = new ArrayList<String>();
        for (var one : data) {
            gone.addAll(one.forget(user));
        }
        return gone;
    }
}
