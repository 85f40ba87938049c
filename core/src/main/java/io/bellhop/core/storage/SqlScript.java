package io.bellhop.core.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds where the statements of a script begin, by the rules of SQLite's own {@code sqlite3_complete}. */
final class SqlScript {
    private static final Pattern TOKEN = Pattern.compile(
            "--[^\\n]*|/\\*.*?(?:\\*/|\\z)|'[^']*'?|\"[^\"]*\"?|`[^`]*`?|\\[[^\\]]*\\]?|;|[\\p{Alpha}_][\\w$]*|\\S",
            Pattern.DOTALL);
    private static final Set<String> TRIGGER = Set.of("CREATE", "TEMP", "TEMPORARY", "TRIGGER");

    private SqlScript() {}

    /** Returns the first word of each statement, in capitals. */
    static List<String> firstWords(String sql) {
        var first = new ArrayList<String>();
        var statement = new ArrayList<String>();
        TOKEN.matcher(sql)
                .results()
                .map(MatchResult::group)
                .filter(token -> !token.startsWith("--") && !token.startsWith("/*"))
                .map(token -> token.toUpperCase(Locale.ROOT))
                .forEach(token -> {
                    if (!token.equals(";")) {
                        if (statement.isEmpty()) {
                            first.add(token);
                        }
                        statement.add(token);
                    } else if (isWhole(statement)) {
                        statement.clear();
                    } else {
                        statement.add(token);
                    }
                });
        return List.copyOf(first);
    }

    /** The statements in a trigger end with semicolons too; the trigger itself ends with {@code ; END}. */
    private static boolean isWhole(List<String> statement) {
        int trigger = statement.indexOf("TRIGGER");
        boolean isTrigger = trigger > 0 && TRIGGER.containsAll(statement.subList(0, trigger + 1));
        int last = statement.size() - 1;
        return !isTrigger
                || (statement.get(last).equals("END") && statement.get(last - 1).equals(";"));
    }
}
