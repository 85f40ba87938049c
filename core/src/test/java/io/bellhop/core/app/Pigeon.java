package io.bellhop.core.app;

import io.bellhop.core.plugin.PluginJar;

/** A plugin that brings a connector, which hears one command as soon as it is started. */
final class Pigeon {
    /** The system property with the queue that takes what it is told, if there is one. */
    static final String SAID = "bellhop.test.pigeon";

    private Pigeon() {}

    /** Makes one that hears a ping. */
    static PluginJar jar(String duringStart) {
        return jar(duringStart, "!ping");
    }

    /** Makes one that hears some command. */
    static PluginJar jar(String duringStart, String heard) {
        return PluginJar.of("pigeon", "1.0.0").source("pigeon", """
                        import java.time.Instant;
                        @ChatPlugin public final class Main implements Connector {
                          @SuppressWarnings("unchecked")
                          private final Queue<String> said = (Queue<String>) System.getProperties()
                              .getOrDefault("%s", new java.util.concurrent.ConcurrentLinkedQueue<>());
                          record Bird(UserId id, String name, boolean bot) implements User {}
                          record Loft(ChannelId id, String name, Optional<Space> space) implements Channel {}
                          record Note(MessageId id, Channel channel, User author, String text,
                              List<Attachment> attachments, Optional<MessageId> repliesTo, Instant time)
                              implements Message {}
                          private CompletionStage<Receipt> say(MessageId cause, Content content) {
                            said.add("answer to " + cause.id() + ": " + content.text());
                            return CompletableFuture.completedStage(Receipt.of(cause));
                          }
                          public String id() { return "pigeon"; }
                          public Set<Capability> capabilities() { return Set.of(); }
                          public void start(Broker broker) throws Exception {
                            said.add("starts");
                            %s
                            var loft = new Loft(new ChannelId("pigeon", "loft"), "loft", Optional.empty());
                            var bird = new Bird(new UserId("pigeon", "ann"), "ann", false);
                            broker.publish(new MessageReceived(new Note(new MessageId(loft.id(), "1"), loft, bird,
                                "%s", List.of(), Optional.empty(), Instant.EPOCH)));
                          }
                          public void stop() { said.add("stops"); }
                          public CompletionStage<Receipt> say(ChannelId channel, Content content) {
                            return say(new MessageId(channel, "0"), content);
                          }
                          public CompletionStage<Receipt> reply(MessageId message, Content content) {
                            return say(message, content);
                          }
                          public CompletionStage<Receipt> whisper(UserId user, MessageId cause, Content content) {
                            return say(cause, content);
                          }
                          public CompletionStage<Receipt> edit(Receipt sent, Content content) {
                            return say(sent.message(), content);
                          }
                          public CompletionStage<Boolean> delete(Receipt sent) { return no(); }
                          public CompletionStage<Boolean> react(MessageId message, String emoji) { return no(); }
                          private static CompletionStage<Boolean> no() {
                            return CompletableFuture.completedStage(false);
                          }
                          public void typing(ChannelId channel) {}
                          public CompletionStage<Optional<User>> user(String reference) {
                            return CompletableFuture.completedStage(Optional.empty());
                          }
                          public CompletionStage<Optional<Channel>> channel(String reference) {
                            return CompletableFuture.completedStage(Optional.empty());
                          }
                          public CompletionStage<List<Message>> history(ChannelId channel, int limit) {
                            return CompletableFuture.completedStage(List.of());
                          }
                          public Optional<String> addressed(String text, ChannelId where) { return Optional.empty(); }
                        }""".formatted(SAID, duringStart, heard));
    }
}
