package io.bellhop.plugins.code.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.error.BellhopException;
import io.bellhop.api.error.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places(1, 2);
    private final BlockingQueue<String> heard = new ArrayBlockingQueue<>(16);
    private final List<Thread> waiting = new ArrayList<>();

    @Test
    void tellsWaitersTheirPlaceAndServesThemInOrder() throws InterruptedException {
        places.take(position -> heard.add("first " + position));
        wait("ann");
        assertThat(heard.take()).isEqualTo("ann 1");
        wait("bob");
        assertThat(heard.take()).isEqualTo("bob 2");

        places.give();

        assertThat(List.of(heard.take(), heard.take())).containsExactlyInAnyOrder("ann in", "bob 1");
        places.give();
        assertThat(heard.take()).isEqualTo("bob in");
    }

    @Test
    void refusesMoreThanTheQueueHolds() throws InterruptedException {
        places.take(position -> {});
        wait("ann");
        wait("bob");
        heard.take();
        heard.take();

        assertThatThrownBy(() -> places.take(position -> {}))
                .isInstanceOfSatisfying(
                        BellhopException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(ErrorKind.LIMIT));
    }

    @Test
    void letsGoOfThoseWhoGiveUp() throws InterruptedException {
        places.take(position -> {});
        wait("ann");
        heard.take();
        wait("bob");
        assertThat(heard.take()).isEqualTo("bob 2");

        waiting.getFirst().interrupt();

        assertThat(List.of(heard.take(), heard.take())).containsExactlyInAnyOrder("ann gave up", "bob 1");
    }

    private void wait(String name) {
        waiting.add(Thread.ofPlatform().daemon().start(() -> {
            try {
                places.take(position -> heard.add(name + " " + position));
                heard.add(name + " in");
            } catch (InterruptedException e) {
                heard.add(name + " gave up");
            }
        }));
    }
}
