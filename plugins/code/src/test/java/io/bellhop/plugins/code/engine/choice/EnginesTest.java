package io.bellhop.plugins.code.engine.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellhop.api.chat.Attachment;
import io.bellhop.api.error.BellhopException;
import io.bellhop.plugins.code.engine.Job;
import io.bellhop.plugins.code.engine.Limits;
import io.bellhop.plugins.code.engine.Progress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnginesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Limits LIMITS = new Limits(SECOND, SECOND, SECOND, 1, 1);

    private final FakeEngine sandbox = new FakeEngine("sandbox")
            .has("javascript", "v20.11.1", "js", "node")
            .has("python", "Python 3.11.2", "py");
    private final FakeEngine embedded = new FakeEngine("embedded").has("js", "QuickJS", "javascript", "mjs");
    private final FakeEngine piston = new FakeEngine("piston")
            .has("javascript", "18.15.0", "js")
            .has("python", "3.12.0", "py3")
            .has("python", "3.10.0", "py3")
            .has("python", "2.7.18", "py2")
            .has("ruby", "3.3.1", "rb");
    private final Engines engines = new Engines(List.of(sandbox, embedded, piston));

    @Test
    void listsOneLanguageOfSeveralEnginesOnce() {
        assertThat(engines.all()).extracting(Offers::name).containsExactly("javascript", "python", "ruby");
        assertThat(offers("js").aliases()).containsExactly("js", "mjs", "node");
        assertThat(offers("python").versions())
                .containsEntry("sandbox", List.of("Python 3.11.2"))
                .containsEntry("piston", List.of("3.12.0", "3.10.0", "2.7.18"));
    }

    @Test
    void findsALanguageByAnyNameOfAnyEngineInAnyCase() {
        assertThat(List.of("javascript", "js", "node", "mjs", "JavaScript"))
                .allSatisfy(name -> assertThat(offers(name).name()).isEqualTo("javascript"));
        assertThat(engines.find("cobol")).isEmpty();
        assertThat(engines.find("")).isEmpty();
    }

    @Test
    void runsOnThePreferredEngine() throws InterruptedException {
        var ran = run("js");

        assertThat(ran.engine()).isEqualTo("sandbox");
        assertThat(ran.substitute()).isFalse();
        assertThat(ran.language()).isEqualTo("javascript");
        assertThat(ran.job().language().version()).isEqualTo("v20.11.1");
    }

    @Test
    void runsOnTheNextEngineWhenOneCannot() throws InterruptedException {
        sandbox.unavailable = true;
        var ran = run("js");

        assertThat(ran.engine()).isEqualTo("embedded");
        assertThat(ran.substitute()).isTrue();
        assertThat(ran.language()).isEqualTo("javascript");
        assertThat(ran.job().language().name()).isEqualTo("js");
        embedded.unavailable = true;
        assertThat(run("js").engine()).isEqualTo("piston");
    }

    @Test
    void runsOnAnEngineThatIsAskedFor() throws InterruptedException {
        assertThat(run("js@embedded").engine()).isEqualTo("embedded");
        assertThat(run("javascript@embedded").engine()).isEqualTo("embedded");
        assertThat(run("Python@PISTON").job().language().version()).isEqualTo("3.12.0");
    }

    @Test
    void saysHowToAskForTheOneThatHasRunSomethingBefore() throws InterruptedException {
        assertThat(offers("py").again("piston", "3.10.0")).hasValue("python@piston@3.10.0");
        assertThat(offers("js").again("embedded", "QuickJS")).hasValue("javascript@embedded");
        assertThat(offers("py").again("piston", "3.9.1"))
                .as("not there any more")
                .isEmpty();
        assertThat(offers("py").again("", "")).as("of what was cancelled").isEmpty();

        assertThat(run("python@piston@3.10.0").job().language().version()).isEqualTo("3.10.0");
    }

    @Test
    void runsAVersionThatIsAskedFor() throws InterruptedException {
        assertThat(run("python@3").engine()).isEqualTo("sandbox");
        assertThat(run("python@3.11").engine()).isEqualTo("sandbox");
        assertThat(run("python@3.10@piston").job().language().version())
                .as("no beginning of a number")
                .isEqualTo("3.10.0");
    }

    @Test
    void takesNoOtherEngineThanTheOneAskedFor() {
        embedded.unavailable = true;

        assertThatThrownBy(() -> run("js@embedded"))
                .hasMessage("js@embedded can't be run just now: its machine is embedded away. "
                        + "Try again in a minute; the command languages -all says what is missing.");
        assertThat(piston.ran).isEmpty();
    }

    @Test
    void saysWhatThereIsWhenTheVersionIsNot() {
        assertThatThrownBy(() -> run("python@4"))
                .hasMessage("There is no python@4 here now. What there is of python: python@3.11.2@sandbox, "
                        + "python@3.12.0@piston, python@3.10.0@piston, python@2.7.18@piston.");
        assertThatThrownBy(() -> run("python@")).isInstanceOf(BellhopException.class);
    }

    @Test
    void putsAnOlderPythonInThePlaceOfOneButNeverAPython2() throws InterruptedException {
        sandbox.unavailable = true;
        piston.unavailable = true;

        assertThatThrownBy(() -> run("python")).isInstanceOf(BellhopException.class);
        assertThat(offers("python").candidates())
                .extracting(offer -> offer.language().version())
                .containsExactly("Python 3.11.2", "3.12.0", "3.10.0");
    }

    @Test
    void tellsWhatIsAwayFromWhatIsUnknown() {
        assertThat(engines.find("ruby")).isPresent();
        piston.hasNothing();

        assertThatThrownBy(() -> run("rb"))
                .hasMessage("rb can't be run just now. "
                        + "Try again in a minute; the command languages -all says what is missing.")
                .isInstanceOfSatisfying(
                        BellhopException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("code.engine-away"));
        assertThatThrownBy(() -> run("cobol"))
                .hasMessage("There is no language cobol here. The command languages lists those that can be run, "
                        + "languages -all also what is missing.");
        assertThatThrownBy(() -> run("pyhton")).hasMessage("There is no language pyhton here. Did you mean python?");
    }

    @Test
    void givesFilesToWhoTakesThemAlsoUnderAnotherLanguagesName() throws InterruptedException {
        var node = new FakeEngine("sandbox").has("node", "v20.11.1", "nodejs");
        var js = new FakeEngine("embedded").has("js", "QuickJS", "node");
        js.takesSingleProgramsOnly = true;
        var both = new Engines(List.of(node, js));

        assertThat(withFiles(both, "js").engine()).isEqualTo("sandbox");
        assertThat(withFiles(both, "js").language()).isEqualTo("js");
        assertThat(withFiles(both, "js").substitute()).isTrue();
        assertThat(both.find("js").orElseThrow().aliases()).isEmpty();
        assertThat(both.find("node").orElseThrow().all()).hasSize(1);
        assertThatThrownBy(() -> withFiles(both, "js@embedded"))
                .hasMessage("Not embedded: it takes no files.")
                .isInstanceOfSatisfying(
                        BellhopException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("code.refused"));
    }

    @Test
    void getsEnginesReadyBeforeItRefusesFiles() throws InterruptedException {
        var node = new FakeEngine("sandbox").has("node", "v20.11.1").unprepared();
        var js = new FakeEngine("embedded").has("js", "QuickJS", "node");
        js.takesSingleProgramsOnly = true;

        assertThat(withFiles(new Engines(List.of(node, js)), "js").engine()).isEqualTo("sandbox");
    }

    private static Ran withFiles(Engines engines, String asked) throws InterruptedException {
        var files = List.of(Attachment.of("data.csv", "1"));
        return engines.run(asked, language -> new Job(language, "", files, List.of(), "", LIMITS), Progress.UNHEARD);
    }

    @Test
    void saysWhatAllEnginesLack() {
        sandbox.unavailable = true;

        assertThat(engines.lacks()).containsExactly("Bring sandbox back.");
    }

    private Offers offers(String name) {
        return engines.find(name).orElseThrow();
    }

    private Ran run(String asked) throws InterruptedException {
        return engines.run(
                asked, language -> new Job(language, "", List.of(), List.of(), "", LIMITS), Progress.UNHEARD);
    }
}
