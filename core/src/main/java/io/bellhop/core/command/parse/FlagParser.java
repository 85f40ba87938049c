package io.bellhop.core.command.parse;

import io.bellhop.api.command.ParameterDescription.Kind;
import io.bellhop.api.error.Suggestion;
import io.bellhop.core.command.declare.CommandDeclaration;
import io.bellhop.core.command.declare.ParameterDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/**
 * Tells a command's flags from its other words, by Commons CLI. What is no flag is handed to it as the number of its
 * word: so negative numbers and quoted words are values, nothing matches by a prefix, and each value keeps its place.
 */
final class FlagParser {
    private static final String VALUE = "\0";

    private final List<ParameterDeclaration> flags;
    private final Map<String, ParameterDeclaration> byName = new HashMap<>();
    private final Options options = new Options();
    private final boolean flagsFirst;

    FlagParser(CommandDeclaration command) {
        flags = command.parameters(Kind.FLAG);
        flagsFirst = command.takesRest();
        for (var flag : flags) {
            byName.put(flag.name(), flag);
            flag.aliases().forEach(alias -> byName.put(alias, flag));
            options.addOption(option(flag));
        }
    }

    /**
     * What a line holds.
     *
     * @param flags the values of the flags that are there, by name; none for a switch
     * @param others the words that belong to no flag
     */
    record Parsed(Map<String, List<Token>> flags, List<Token> others) {}

    Parsed parse(List<Token> tokens) {
        if (flags.isEmpty() && (flagsFirst || !holdsFlag(tokens))) {
            return new Parsed(Map.of(), tokens);
        }
        var words = words(tokens);
        try {
            var line = DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .get()
                    .parse(options, words.words().toArray(String[]::new), flagsFirst);
            return parsed(line, words.values());
        } catch (ParseException e) {
            throw new WrongInput(String.valueOf(e.getMessage()).replace(VALUE, "") + ".", null);
        }
    }

    /** The words for Commons CLI, and the values that they point at. */
    private record Words(List<String> words, List<Token> values) {
        void addValue(String before, Token value) {
            words.add(before + VALUE + values.size());
            values.add(value);
        }
    }

    private Words words(List<Token> tokens) {
        var words = new Words(new ArrayList<>(), new ArrayList<>());
        int needed = 0; // values that the last flag still takes
        boolean ended = false;
        for (var token : tokens) {
            if (ended || !looksLikeFlag(token)) {
                ended |= flagsFirst && needed == 0;
                needed = Math.max(0, needed - 1);
                words.addValue("", token);
            } else if (token.value().equals("--")) {
                words.words().add("--");
                ended = true;
            } else {
                needed = flag(token, words);
            }
        }
        return words;
    }

    /** Adds a flag, and returns how many of the words after it are its own. */
    private int flag(Token token, Words words) {
        var written = token.value().substring(token.value().startsWith("--") ? 2 : 1);
        int equals = written.indexOf('=');
        var flag = named(equals < 0 ? written : written.substring(0, equals), token);
        if (equals < 0) {
            words.words().add("--" + flag.name());
            return flag.isSwitch() ? 0 : flag.repeated() ? most(flag) : 1;
        }
        if (flag.isSwitch()) {
            throw new WrongInput("-" + flag.name() + " takes no value.", token);
        }
        words.addValue(
                "--" + flag.name() + "=", new Token(written.substring(equals + 1), true, token.start(), token.end()));
        return 0;
    }

    private ParameterDeclaration named(String name, Token token) {
        var flag = byName.get(name);
        if (flag != null) {
            return flag;
        }
        var hint = Suggestion.nearest(name, byName.keySet())
                .map(near -> " Did you mean -" + near + "?")
                .orElse(flags.isEmpty() ? " It takes no flags; put -- before words that begin with a dash." : "");
        throw new WrongInput("There is no flag -" + name + "." + hint, token);
    }

    private Parsed parsed(CommandLine line, List<Token> values) {
        var found = new HashMap<String, List<Token>>();
        for (var option : line.getOptions()) {
            var tokens = found.computeIfAbsent(option.getLongOpt(), name -> new ArrayList<>());
            addAll(option.getValuesList(), values, tokens);
            if (tokens.size() > 1
                    && !Objects.requireNonNull(byName.get(option.getLongOpt())).repeated()) {
                throw new WrongInput("-" + option.getLongOpt() + " is there twice.", tokens.get(1));
            }
        }
        var others = new ArrayList<Token>();
        addAll(line.getArgList(), values, others);
        return new Parsed(found, others);
    }

    /** Adds the values that words point at; the {@code --} among them is no value. */
    private static void addAll(List<String> words, List<Token> values, List<Token> to) {
        for (var word : words) {
            if (word.startsWith(VALUE)) {
                to.add(values.get(Integer.parseInt(word, 1, word.length(), 10)));
            }
        }
    }

    private boolean holdsFlag(List<Token> tokens) {
        for (var token : tokens) { // of most commands all that is to be done here, for which a stream would be dear
            if (looksLikeFlag(token)) {
                return true;
            }
        }
        return false;
    }

    private boolean looksLikeFlag(Token token) {
        var value = token.value();
        return !token.quoted() && value.length() > 1 && value.charAt(0) == '-' && !isNumber(value);
    }

    private static boolean isNumber(String value) {
        char second = value.charAt(1);
        return Character.isDigit(second) || second == '.';
    }

    private static int most(ParameterDeclaration flag) {
        return flag.most() == 0 ? Integer.MAX_VALUE : flag.most();
    }

    private static Option option(ParameterDeclaration flag) {
        var option = Option.builder().longOpt(flag.name());
        if (!flag.isSwitch()) {
            option.numberOfArgs(
                    flag.repeated() && flag.most() == 0 ? Option.UNLIMITED_VALUES : Math.max(1, flag.most()));
        }
        return option.get();
    }
}
