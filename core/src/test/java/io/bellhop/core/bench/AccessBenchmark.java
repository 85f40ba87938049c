package io.bellhop.core.bench;

import com.google.inject.Guice;
import io.bellhop.api.access.AccessRule;
import io.bellhop.api.access.AccessRule.CommandRequirement;
import io.bellhop.api.access.AccessRule.RoleRank;
import io.bellhop.api.access.AccessRule.UserRank;
import io.bellhop.api.access.IgnoreList;
import io.bellhop.api.access.Requirement;
import io.bellhop.api.chat.Channel;
import io.bellhop.api.chat.ChannelId;
import io.bellhop.api.chat.SpaceId;
import io.bellhop.api.chat.User;
import io.bellhop.api.chat.UserId;
import io.bellhop.core.access.AccessModule;
import io.bellhop.core.access.AccessPolicy;
import io.bellhop.core.access.AccessStore;
import io.bellhop.core.access.AccessTable;
import io.bellhop.core.access.FakeCommand;
import io.bellhop.core.access.MemoryAccessStore;
import io.bellhop.core.testkit.FakeConnector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The access check of a command, in a space with many ranks, roles, requirements and ignored users. */
final class AccessBenchmark implements Benchmark {
    private static final int PEOPLE = 10_000;
    private static final int IGNORED = 1_000;
    private static final int ROLES = 10;
    private static final int COMMANDS = 500;
    private static final int WARM_UP = 5_000_000;
    private static final int MEASURED = 10_000_000;
    private static final int TALKERS = 1_000;

    private static final SpaceId SPACE = new SpaceId("test", "space");
    private static final Channel LOBBY = FakeConnector.channel(new ChannelId("test", "lobby"));

    private final FakeConnector connector = new FakeConnector();

    @Override
    public String name() {
        return "access";
    }

    @Override
    public void run(Results results) throws Exception {
        var injector = Guice.createInjector(
                new AccessModule(Set.of(new UserId("test", "boss"))),
                binder -> binder.bind(AccessStore.class).toInstance(new MemoryAccessStore()));
        var policy = injector.getInstance(AccessPolicy.class);
        injector.getInstance(AccessTable.class).forPlugin("access", end -> {}).replace(rules());
        measure(results, policy, "nobody ignored");
        ignore(injector.getInstance(IgnoreList.class));
        measure(results, policy, IGNORED + " ignored");
    }

    private void measure(Results results, AccessPolicy policy, String what) throws Exception {
        var users =
                IntStream.range(0, TALKERS).mapToObj(i -> member("user" + i)).toArray(User[]::new);
        var command = new FakeCommand("command7", List.of("c7"), 100);
        check(policy, users, command, WARM_UP);
        var effort = Effort.of(MEASURED, () -> check(policy, users, command, MEASURED));
        var figure = "CPU of a check, " + ROLES + " roles, " + what;
        results.atMost(figure, effort.cpuMicros() * 1_000, 200, "ns");
    }

    private static void check(AccessPolicy policy, User[] users, FakeCommand command, int count) {
        int allowed = 0;
        for (int i = 0; i < count; i++) {
            int rank = policy.rank(users[i % users.length], LOBBY);
            allowed += policy.allows(rank, command, LOBBY) ? 1 : 0;
        }
        if (allowed == 0) {
            throw new AssertionError("nobody was allowed");
        }
    }

    private User member(String name) {
        var roles = IntStream.range(0, ROLES).mapToObj(i -> "role" + i).toArray(String[]::new);
        connector.join(new UserId("test", name), SPACE, false, roles);
        return connector.heard(name, LOBBY);
    }

    private static List<AccessRule> rules() {
        var rules = new ArrayList<AccessRule>();
        for (int i = 0; i < PEOPLE; i++) {
            rules.add(new UserRank(new UserId("test", "user" + i), Optional.of(SPACE), i % 900));
        }
        for (int i = 0; i < ROLES; i++) {
            rules.add(new RoleRank(SPACE, "role" + i, i));
        }
        for (int i = 0; i < COMMANDS; i++) {
            rules.add(new CommandRequirement("command" + i, Optional.of(SPACE), new Requirement(i, 0)));
        }
        return rules;
    }

    private static void ignore(IgnoreList list) {
        for (int i = 0; i < IGNORED; i++) {
            list.ignore(new UserId("test", "troll" + i), Optional.of(SPACE));
        }
    }
}
