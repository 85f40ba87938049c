package io.bellhop.plugins.scripts.store;

import io.bellhop.api.chat.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** All that is kept of an author. */
public final class Estate {
    private static final String OWN = " FROM author WHERE connector = ? AND user_id = ?";
    private static final String SCRIPTS =
            "SELECT id, name FROM script WHERE author = (SELECT id" + OWN + ") ORDER BY name";

    private final Jdbi jdbi;

    /**
     * Finds what is kept.
     *
     * @param jdbi the plugin's database
     */
    public Estate(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Tells all that is kept of someone.
     *
     * @param user who
     * @return their scripts with all versions, and the name that others see; nothing if nothing is kept
     */
    public Map<String, ?> told(UserId user) {
        return jdbi.withHandle(handle -> {
            var told = new LinkedHashMap<String, Object>();
            select(handle, "SELECT name" + OWN, user.connector(), user.id())
                    .forEach(author -> told.put("author", author.get("name")));
            var scripts = new ArrayList<Map<String, Object>>();
            for (var script : select(handle, SCRIPTS, user.connector(), user.id())) {
                scripts.add(told(handle, script));
            }
            if (!scripts.isEmpty()) {
                told.put("scripts", scripts);
            }
            return told;
        });
    }

    /**
     * Deletes all that is kept of someone.
     *
     * @param user who
     * @return what that was, in words
     */
    public List<String> forget(UserId user) {
        return jdbi.inTransaction(handle -> {
            int scripts = select(handle, SCRIPTS, user.connector(), user.id()).size();
            int authors = handle.execute("DELETE" + OWN, user.connector(), user.id());
            return authors == 0 ? List.of() : List.of(words(scripts));
        });
    }

    private static String words(int scripts) {
        return switch (scripts) {
            case 0 -> "your name as an author of scripts";
            case 1 -> "1 script";
            default -> scripts + " scripts";
        };
    }

    private static Map<String, Object> told(Handle handle, Map<String, Object> script) {
        var id = Objects.requireNonNull(script.get("id"), "a primary key");
        var told = new LinkedHashMap<String, Object>();
        told.put("name", script.get("name"));
        told.put("shared", select(handle, "SELECT reach, place FROM share WHERE script = ?", id));
        told.put(
                "versions",
                handle.createQuery("SELECT * FROM version WHERE script = :script ORDER BY number")
                        .bind("script", id)
                        .map((row, context) -> told(Finder.version(row)))
                        .list());
        return told;
    }

    private static Map<String, Object> told(Version version) {
        var told = new LinkedHashMap<String, Object>();
        told.put("number", version.number());
        told.put("time", version.time().toString());
        told.put("language", version.language());
        told.put("source", version.source());
        return told;
    }

    private static List<Map<String, Object>> select(Handle handle, String sql, Object... values) {
        return handle.select(sql, values).mapToMap().list();
    }
}
