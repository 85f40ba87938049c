package io.bellhop.core.discord;

/** A plugin whose commands are called in all ways. */
final class CallTrials {
    static final String SOURCE = """
            @ChatPlugin public final class Main {
              private static final CompletableFuture<String> LATER = new CompletableFuture<>();
              private final Connectors connectors;

              @Inject Main(Connectors connectors) { this.connectors = connectors; }

              @Command(name = "echo", help = "Says it again.")
              String echo(Invocation asking, String words, Optional<String> more, @Flag boolean loud) {
                return asking.user().name() + ": " + words + more.map(m -> " + " + m).orElse("") + (loud ? "!" : "");
              }

              @Command(name = "team pay", help = "Pays.")
              String pay(String why) { return "paid for " + why; }

              @Command(name = "mine", help = "Whispers.", visibility = Visibility.WHISPER)
              String mine() { return "psst"; }

              @Command(name = "quiet", help = "Says nothing.")
              void quiet() {}

              @Command(name = "apart", help = "Whispers, though it need not.")
              void apart(Invocation asking) {
                connectors.find("discord").orElseThrow()
                    .whisper(asking.user().id(), asking.message().id(), Content.of("only you"))
                    .toCompletableFuture().join();
              }

              @Command(name = "steps", help = "Takes a while.")
              String steps(Invocation asking) {
                asking.progress(Text.of("half"));
                return "whole";
              }

              @Command(name = "long", help = "Is long.")
              String more() { return "word ".repeat(900); }

              @Command(name = "late", help = "Is late.", deadline = "2h")
              CompletionStage<String> late() { return LATER; }

              @Command(name = "late mine", help = "Is late.", deadline = "2h", visibility = Visibility.WHISPER)
              CompletionStage<String> lateMine() { return LATER; }

              @Command(name = "finish", help = "Ends what is late.", repeatable = true)
              String finish() { LATER.complete("at last"); return "finished"; }

              @Command(name = "boss", help = "For owners.", rank = 999, visibility = Visibility.WHISPER)
              String boss() { return "yes"; }

              @Command(name = "read", help = "Names a file.")
              String read(Attachment file) { return file.name() + " " + file.size(); }

              @Command(name = "build", help = "Builds a program.")
              String build(@Flag boolean fast, CodeBlock code, List<Attachment> files) {
                return code.language() + " " + code.code() + " beside " + files.stream().map(Attachment::name).toList().getFirst();
              }

              @Command(name = "merge", help = "Merges files.")
              String merge(Attachment one, Optional<Attachment> other) {
                return one.name() + other.map(file -> " and " + file.name()).orElse("");
              }

              @Command(name = "show", help = "Shows a card and a file.")
              Content show() {
                return Content.of(Card.of("War")).with(Text.of("here")).with(Attachment.of("a.txt", "forty-two"));
              }

              @Command(name = "offer", help = "Offers more.")
              Content offer() { return Content.of("more?").with(Choice.of("More", "mine")); }

              @Command(name = "offer-late", help = "Offers what is late, to be deleted.")
              Content offerLate(Invocation asking) {
                return Content.of("which?").with(Choice.of("Late", "late")).with(Choice.of("Run", "run js"))
                    .with(Choice.of("Delete", "erase"));
              }

              @Command(name = "offer-late mine", help = "Offers the same in private.", visibility = Visibility.WHISPER)
              Content offerLateMine(Invocation asking) { return offerLate(asking); }

              @Command(name = "erase", help = "Deletes what it was picked under.")
              void erase(Invocation asking) {
                asking.picked().ifPresent(
                    receipt -> connectors.find("discord").orElseThrow().delete(receipt).toCompletableFuture().join());
              }

              @Command(name = "note", help = "Notes.")
              String note(@Rest String text) { return "noted " + text; }

              @Command(name = "note list", help = "Lists what is noted.")
              String notes(Optional<String> of) { return "all notes"; }

              @Command(name = "shorten", help = "Gives a name.")
              String shorten(String name, Optional<CodeBlock> code) {
                return name + " is " + code.map(CodeBlock::code).orElse("nothing");
              }

              @Command(name = "run", help = "Runs a program.")
              String run(Optional<String> language, CodeBlock code, Optional<CodeBlock> stdin) {
                return language.orElse("none") + "/" + code.language() + "/" + code.code() + "/"
                    + stdin.map(CodeBlock::code).orElse("none");
              }
            }""";

    private CallTrials() {}
}
