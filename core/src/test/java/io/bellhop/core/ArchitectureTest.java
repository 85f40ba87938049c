package io.bellhop.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The borders that the design draws. */
class ArchitectureTest {
    private static final JavaClasses core = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.bellhop");

    @Test
    void theApiKnowsNothingOfTheCoreOrOfWhatItIsBuiltOn() {
        classes()
                .that()
                .resideInAPackage("io.bellhop.api..")
                .should()
                .onlyDependOnClassesThat(resideInAPackage("io.bellhop.api..")
                        .or(resideInAPackage("java.."))
                        .or(resideInAPackage("org.jspecify.annotations"))
                        .or(resideInAPackage("jakarta.inject"))
                        .or(resideInAPackage("org.jdbi.."))
                        .or(resideInAPackage("org.slf4j")))
                .check(core);
    }

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        slices().matching("io.bellhop.core.(*)..").should().beFreeOfCycles().check(core);
    }

    @Test
    void soDoTheirPackages() {
        slices().matching("io.bellhop.core.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(simpleName("AuditModule"), resideInAPackage("..audit.search")) // it binds both
                .check(core);
    }

    @Test
    void thePartsOfACommandsWayDoNotKnowWhatBindsThem() {
        noClasses()
                .that()
                .resideInAPackage("io.bellhop.core.command.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.bellhop.core.command")
                .check(core);
    }

    @Test
    void declaringAndParsingKnowNothingOfRunning() {
        noClasses()
                .that()
                .resideInAnyPackage("io.bellhop.core.command.declare", "io.bellhop.core.command.parse")
                .should()
                .dependOnClassesThat(resideInAPackage("io.bellhop.core.command..")
                        .and(resideOutsideOfPackages(
                                "io.bellhop.core.command.declare", "io.bellhop.core.command.parse")))
                .check(core);
    }

    @Test
    void onlyTheCompositionRootKnowsEveryFeature() {
        noClasses()
                .that(resideOutsideOfPackages("io.bellhop.core.app..", "io.bellhop.core.testkit.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.bellhop.core.app..", "io.bellhop.core.testkit..")
                .check(core);
        noClasses()
                .that()
                .resideInAPackage("io.bellhop.core.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.bellhop.core.testkit..")
                .check(core);
    }

    @Test
    void connectorsKnowOnlyWhatConnectorsShare() {
        for (var connector : new String[] {"console", "discord"}) {
            noClasses()
                    .that()
                    .resideInAPackage("io.bellhop.core." + connector + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.bellhop.core..")
                            .and(resideOutsideOfPackages(
                                    "io.bellhop.core." + connector + "..",
                                    "io.bellhop.core.chat..",
                                    "io.bellhop.core.choice..",
                                    "io.bellhop.core.command.declare", // native commands have the same types
                                    "io.bellhop.core.command.suggest",
                                    "io.bellhop.core.event")))
                    .check(core);
        }
    }

    @Test
    void eachLibraryIsKnownToItsOwnPackageOnly() {
        only("org.pf4j..", "io.bellhop.core.plugin.load..");
        only("com.github.zafarkhaja..", "io.bellhop.core.plugin.inspect..");
        only("net.dv8tion..", "io.bellhop.core.discord..");
        only("org.jline..", "io.bellhop.core.console..");
        only("org.apache.commons.cli..", "io.bellhop.core.command..", "io.bellhop.core.app..");
        only("org.sqlite..", "io.bellhop.core.storage..");
        only("tools.jackson..", "io.bellhop.core.storage..");
        only("com.cronutils..", "io.bellhop.core.schedule..");
        only("org.snakeyaml..", "io.bellhop.core.config..");
        only("io.micrometer..", "io.bellhop.core.telemetry.meter..");
        only("io.opentelemetry..", "io.bellhop.core.telemetry.trace..");
        only("ch.qos.logback..", "io.bellhop.core.telemetry.log..");
    }

    @Test
    void nobodyMakesAnExecutorOnTheSpot() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.bellhop.core.discord..") // JDA wants its own, and they end with it
                .and()
                .doNotHaveSimpleName("LifecycleThread") // which is one
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Executors.class)
                .check(core);
    }

    @Test
    void everyPackageSaysThatNothingIsNullUnlessMarked() {
        var packages = core.stream()
                .filter(type -> type.getPackageName().startsWith("io.bellhop"))
                .map(type -> type.getPackage())
                .distinct()
                .toList();
        assertThat(packages).allMatch(one -> one.isAnnotatedWith(NullMarked.class));
    }

    private static void only(String library, String... users) {
        noClasses()
                .that(resideOutsideOfPackages(users))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(core);
    }
}
