package io.bellhop.core.testkit;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.chat.Content;
import io.bellhop.api.chat.plain.PlainText;
import io.bellhop.api.chat.plain.Style;
import io.bellhop.api.event.ChoicePicked;
import io.bellhop.core.testkit.FakeConnector.Sent;
import io.bellhop.core.testkit.FakeConnector.Verb;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a {@link TestBot} sent when someone said something. Each check returns this, or throws {@link AssertionError}.
 */
public final class Answer {
    private static final Pattern REFUSAL = Pattern.compile("\\(([a-z.-]+), ref [0-9a-z]{8}\\)");

    private final TestBot bot;
    private final TestUser user;
    private final String said;
    private final List<Sent> sent;

    Answer(TestBot bot, TestUser user, String said, List<Sent> sent) {
        this.bot = bot;
        this.user = user;
        this.said = said;
        this.sent = List.copyOf(sent);
    }

    /**
     * Checks for one reply and what it says.
     *
     * @param text the whole reply as plain text
     * @return this
     */
    public Answer replies(String text) {
        return check(texts().equals(List.of(text)), "the reply «" + text + "»");
    }

    /**
     * Checks that a reply holds a text.
     *
     * @param part what stands somewhere in it
     * @return this
     */
    public Answer repliesWith(String part) {
        return check(texts().stream().anyMatch(text -> text.contains(part)), "a reply with «" + part + "»");
    }

    /**
     * Checks that only the asker sees the reply.
     *
     * @param text the whole reply as plain text
     * @return this
     */
    public Answer whispers(String text) {
        boolean whispered = sent.stream()
                .anyMatch(one ->
                        one.verb() == Verb.WHISPER && plain(one.content()).equals(text));
        return check(whispered, "the whisper «" + text + "»");
    }

    /**
     * Checks that a whisper to the asker holds a text.
     *
     * @param part what stands somewhere in it
     * @return this
     */
    public Answer whispersWith(String part) {
        boolean whispered = sent.stream()
                .anyMatch(one ->
                        one.verb() == Verb.WHISPER && plain(one.content()).contains(part));
        return check(whispered, "a whisper with «" + part + "»");
    }

    /**
     * Checks that the bot asks the user something, and waits for the answer.
     *
     * @param part what stands somewhere in the question
     * @return this
     */
    public Answer asks(String part) {
        return check(bot.isAsking(user), "a question").repliesWith(part);
    }

    /**
     * Says something as the same user in the same place, such as the answer to a question.
     *
     * @param text what
     * @return what the bot sent then
     */
    public Answer answers(String text) {
        return user.says(text);
    }

    /**
     * Checks that the bot refused or failed.
     *
     * @return this
     */
    public Answer isRefused() {
        return check(texts().stream().anyMatch(text -> REFUSAL.matcher(text).find()), "a refusal");
    }

    /**
     * Checks that the bot refused or failed for one reason.
     *
     * @param code the reason, such as {@code access.rank}
     * @return this
     */
    public Answer isRefused(String code) {
        boolean refused = texts().stream()
                .map(REFUSAL::matcher)
                .anyMatch(matcher -> matcher.find() && matcher.group(1).equals(code));
        return check(refused, "a refusal with the code " + code);
    }

    /**
     * Checks that the bot sent nothing.
     *
     * @return this
     */
    public Answer isSilence() {
        return check(sent.isEmpty(), "silence");
    }

    /**
     * Checks that a file was sent.
     *
     * @param name the file's name
     * @return this
     */
    public Answer uploads(String name) {
        boolean uploaded = sent.stream()
                .flatMap(one -> one.content().attachments().stream())
                .map(Attachment::name)
                .anyMatch(name::equals);
        return check(uploaded, "the file " + name);
    }

    /**
     * Picks a choice of the last reply as the user who asked, and waits until that is answered.
     *
     * @param label what stands on it
     * @return what the bot sent meanwhile
     */
    public Answer picks(String label) {
        for (var one : sent.reversed()) {
            for (var choice : one.content().choices()) {
                if (choice.label().equals(label)) {
                    int before = bot.sent().size();
                    var channel = FakeConnector.channel(one.cause().channel());
                    bot.publish(new ChoicePicked(
                            choice, one.cause(), channel, bot.connector().heard(user.name(), channel)));
                    return new Answer(
                            bot,
                            user,
                            label,
                            bot.sent().subList(before, bot.sent().size()));
                }
            }
        }
        throw failure("the choice " + label);
    }

    /**
     * Returns all that was sent, as plain text.
     *
     * @return one text for each message
     */
    public List<String> texts() {
        return sent.stream().map(one -> plain(one.content())).toList();
    }

    private Answer check(boolean holds, String expected) {
        if (!holds) {
            throw failure(expected);
        }
        return this;
    }

    private AssertionError failure(String expected) {
        return new AssertionError(
                "After «" + said + "» of " + user.name() + " expected " + expected + ", but got " + texts());
    }

    private static String plain(Content content) {
        return new PlainText(Style.PLAIN).of(content, PlainText::note);
    }
}
