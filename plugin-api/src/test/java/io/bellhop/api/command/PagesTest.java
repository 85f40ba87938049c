package io.bellhop.api.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.Choice;
import io.bellhop.api.chat.Text;
import io.bellhop.api.error.BellhopException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final Pages pages = new Pages(21, 10);

    @Test
    void countsLinesBeforeAPage() {
        assertThat(pages.start(1, "list.page")).isZero();
        assertThat(pages.start(3, "list.page")).isEqualTo(20);
    }

    @Test
    void refusesAPageThatIsNotThere() {
        assertThatThrownBy(() -> pages.start(0, "list.page")).hasMessage("The pages are 1 to 3.");
        assertThatThrownBy(() -> pages.start(4, "list.page"))
                .isInstanceOfSatisfying(
                        BellhopException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("list.page"));
        assertThatThrownBy(() -> new Pages(10, 10).start(2, "list.page")).hasMessage("There is only one page.");
    }

    @Test
    void hasAFirstPageEvenOfNothing() {
        assertThat(new Pages(0, 1).last()).isEqualTo(1);
        assertThat(new Pages(0, 1).start(1, "list.page")).isZero();
    }

    @Test
    void offersTheNeighboursThatThereAre() {
        assertThat(turning(1)).containsExactly("list -page 2");
        assertThat(turning(2)).containsExactly("list -page 1", "list -page 3");
        assertThat(turning(3)).containsExactly("list -page 2");
    }

    @Test
    void saysWhichPageItIsUnlessItIsTheOnlyOne() {
        var shown = pages.turning(Text.of("a line"), 2, number -> "list -page " + number);
        assertThat(shown.text().toString()).contains("a line", "Page 2 of 3.");
        var only = new Pages(3, 10).turning(Text.of("a line"), 1, number -> "list -page " + number);
        assertThat(only.text().toString()).doesNotContain("Page");
        assertThat(only.choices()).isEmpty();
    }

    @Test
    void holdsAtLeastALineAPage() {
        assertThatThrownBy(() -> new Pages(3, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> turning(int page) {
        return pages.turning(Text.of("a line"), page, number -> "list -page " + number).choices().stream()
                .map(Choice::invocation)
                .toList();
    }
}
