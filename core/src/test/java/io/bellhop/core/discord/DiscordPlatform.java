package io.bellhop.core.discord;

import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.Connector;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.UserId;
import io.bellhop.api.plugin.Secret;
import io.bellhop.core.choice.KnownCommands;
import io.bellhop.core.choice.Offers;
import io.bellhop.core.discord.call.CallOptions;
import io.bellhop.core.discord.link.option.LinkOptions;
import io.bellhop.core.discord.link.option.Pace;
import io.bellhop.core.discord.loopback.LoopbackDiscord;
import io.bellhop.core.discord.loopback.LoopbackInteraction;
import io.bellhop.core.discord.loopback.LoopbackRest;
import io.bellhop.core.discord.loopback.Payloads;
import io.bellhop.core.testkit.VirtualTime;
import io.bellhop.core.testkit.connector.Person;
import io.bellhop.core.testkit.connector.Platform;
import io.bellhop.core.testkit.connector.Relay;
import io.bellhop.core.testkit.connector.Screen;
import io.bellhop.core.testkit.connector.Sight;
import io.bellhop.core.testkit.connector.Sight.Kind;
import io.bellhop.core.testkit.connector.Trouble;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The loopback Discord behind a relay, and what people see there. */
public final class DiscordPlatform implements Platform {
    private static final String ROBOT = "100000000000000007";
    private static final String ELSEWHERE = "200000000000000078";
    private static final Map<Person, String> PEOPLE =
            Map.of(Person.ANN, Payloads.ANN, Person.BEN, Payloads.BEN, Person.ROBOT, ROBOT);
    /** Looks for deaf shards all the time. */
    private static final Pace VIGILANT = new Pace(
            InstantSource.system(),
            Duration.ofMillis(10),
            Duration.ofSeconds(10),
            Duration.ofMillis(200),
            Duration.ofSeconds(2),
            Duration.ofMillis(10),
            Duration.ofMillis(10),
            Duration.ofSeconds(3));

    private final LoopbackDiscord discord = new LoopbackDiscord();
    private final Relay rest = Relay.to(URI.create(discord.rest().url()).getPort());
    private final Relay gateway = Relay.to(URI.create(discord.gateway().url()).getPort());
    private final Offers offers = Offers.inMemory(new VirtualTime(), new KnownCommands());
    private final Screen lobby = new Screen();
    private final Map<Person, Screen> alone = new EnumMap<>(Person.class);
    private final Map<String, Person> pressers = new ConcurrentHashMap<>();
    private final Set<String> shown = ConcurrentHashMap.newKeySet();
    private volatile List<String> keys = List.of();
    private Optional<LoopbackInteraction> pressed = Optional.empty();

    public DiscordPlatform() throws IOException {
        PEOPLE.keySet().forEach(person -> alone.put(person, new Screen()));
        var url = "ws://127.0.0.1:" + gateway.port();
        discord.rest().offers(Payloads.gatewayBot(url, 1, 1, 1000));
        discord.rest().watch(this::see);
        discord.gateway().resumeAt(url);
        discord.gateway().heartbeatEvery(500);
    }

    @Override
    public Connector connect() {
        var link = LinkOptions.of(new Secret(LoopbackRest.TOKEN))
                .at("http://127.0.0.1:" + rest.port() + "/api/v10/")
                .pacing(VIGILANT);
        var calls = CallOptions.of(new Lending(), InstantSource.system());
        return new DiscordConnector(new DiscordOptions(link), offers, calls);
    }

    @Override
    public ChannelId lobby() {
        return new ChannelId("discord", Payloads.LOBBY);
    }

    @Override
    public Set<Person> people() {
        return PEOPLE.keySet();
    }

    @Override
    public UserId id(Person person) {
        return new UserId("discord", number(person));
    }

    private static String number(Person person) {
        return PEOPLE.getOrDefault(person, ROBOT);
    }

    @Override
    public Optional<SpaceId> settleElsewhere(String hermit) {
        var gateway = discord.gateway();
        gateway.add(Payloads.guild(ELSEWHERE, "300000000000000078", "elsewhere"));
        gateway.join(ELSEWHERE, Payloads.user("100000000000000008", hermit));
        gateway.join(ELSEWHERE, Payloads.user("100000000000000009", name(Person.ANN)));
        return Optional.of(new SpaceId("discord", ELSEWHERE));
    }

    @Override
    public String mention(Person person) {
        return "<@" + number(person) + ">";
    }

    @Override
    public String addressing(String line) {
        return "<@" + Payloads.BOT + "> " + line;
    }

    @Override
    public void says(Person person, String text) {
        if (person == Person.ROBOT) {
            emit(Payloads.user(ROBOT, "robot").put("bot", true), Payloads.snowflake(), text);
        } else {
            discord.says(number(person), text);
        }
    }

    private void emit(DataObject author, String id, String text) {
        var message = Payloads.message(id, Payloads.LOBBY, author, text)
                .put("guild_id", Payloads.GUILD)
                .put("member", DataObject.empty().put("roles", DataArray.empty()));
        discord.gateway().emit("MESSAGE_CREATE", message);
    }

    @Override
    public void whispers(Person person, String text) {
        discord.whispers(number(person), text);
    }

    @Override
    public void picks(Person person, int number) {
        var press = discord.interactions().presses(number(person), keys.get(number - 1));
        pressers.put(press.token, person);
        pressed = Optional.of(press);
    }

    @Override
    public void fills(Person person, String value) throws InterruptedException {
        var form = pressed.orElseThrow().acknowledged().data().getString("custom_id");
        var filled = discord.interactions().submits(number(person), form, Map.of(Lending.WHAT, value));
        pressers.put(filled.token, person);
    }

    @Override
    public Screen lobbyScreen() {
        return lobby;
    }

    @Override
    public Screen screen(Person person) {
        return alone.getOrDefault(person, lobby);
    }

    private void see(LoopbackRest.Request request, LoopbackRest.Answer answer) {
        var parts = request.path().split("/", -1);
        if (answer.status() >= 400) {
            return;
        }
        if (parts[0].equals("webhooks") && request.method().equals("POST")) {
            screen(presser(parts[2])).show(DiscordEyes.read(Kind.MESSAGE, request));
        } else if (parts[0].equals("channels") && parts.length > 2) {
            see(place(parts[1]), request, answer, parts);
        }
    }

    /** The bot may be quicker than the test that pressed. */
    private Person presser(String token) {
        while (!pressers.containsKey(token)) {
            Thread.onSpinWait();
        }
        return pressers.getOrDefault(token, Person.ROBOT);
    }

    private void see(Screen screen, LoopbackRest.Request request, LoopbackRest.Answer answer, String[] parts) {
        switch (request.method() + " " + parts[2]) {
            case "POST typing" -> screen.show(Sight.of(Kind.TYPING, ""));
            case "PUT messages" -> screen.show(Sight.of(Kind.REACTION, parts[5]));
            case "DELETE messages" -> screen.show(Sight.of(Kind.DELETION, ""));
            case "PATCH messages" -> screen.show(DiscordEyes.read(Kind.EDIT, request));
            case "POST messages" -> said(screen, request, answer);
            default -> {
                // asked, not done
            }
        }
    }

    /** A repeat under the same nonce is answered with the message that stands there, and not shown. */
    private void said(Screen screen, LoopbackRest.Request request, LoopbackRest.Answer answer) {
        var id = DataObject.fromJson(answer.body()).getString("id");
        if (!shown.add(id)) {
            return;
        }
        var buttons = DiscordEyes.buttons(request.json());
        if (!buttons.isEmpty()) {
            keys = buttons.stream().map(button -> button.getString("custom_id")).toList();
        }
        screen.show(DiscordEyes.read(Kind.MESSAGE, request));
        if (screen == lobby) {
            emit(Payloads.bot(), id, request.json().getString("content", ""));
        }
    }

    private Screen place(String channel) {
        return PEOPLE.keySet().stream()
                .filter(person ->
                        Payloads.direct(number(person)).getString("id").equals(channel))
                .findFirst()
                .map(this::screen)
                .orElse(channel.equals(Payloads.LOBBY) ? lobby : new Screen());
    }

    @Override
    public Set<Trouble> troubles() {
        return Set.of(Trouble.AWAY, Trouble.STALLED, Trouble.SLOW, Trouble.CLOSED);
    }

    @Override
    public void begin(Trouble trouble) throws IOException {
        if (trouble == Trouble.CLOSED) {
            var refusal = LoopbackRest.Answer.error(403, 50_007, "Cannot send messages to this user");
            discord.rest().answerAlways("POST", "channels/" + Payloads.DIRECT + "/messages", refusal);
            return;
        }
        rest.begin(trouble);
        gateway.begin(trouble);
    }

    @Override
    public void end(Trouble trouble) {
        rest.end(trouble);
        gateway.end(trouble);
    }

    @Override
    public Set<String> sharedThreads() {
        return Set.of("OkHttp", "Okio");
    }

    @Override
    public int connections() {
        return rest.connections() + gateway.connections();
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        rest.close();
        discord.close();
    }
}
