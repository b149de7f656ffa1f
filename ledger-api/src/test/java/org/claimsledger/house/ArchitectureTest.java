package org.claimsledger.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each room of the house may use of the others; a rule that matches no class fails. */
class ArchitectureTest {

    private static final JavaClasses MAIN_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.claimsledger");

    @ParameterizedTest(name = "{0} may use {1}")
    @CsvSource(delimiter = '|', textBlock = """
        time           |
        value          | time
        name           | value
        event          | time value
        command        | time value event
        source         | time value event command
        predicate      | time value event command
        subject        | time value event command source
        claim          | time value event command source subject predicate
        identity       | time value name event
        bestknown      | time value event source subject predicate claim
        store          | value
        token          | value store
        ledger         | time value event command source subject predicate claim store
        verify         | time value event store
        history        | time value event source subject predicate claim bestknown store verify ledger
        copy           | time value event store verify
        projection     | time value name identity event source subject predicate claim bestknown store ledger history verify
        api            | time value name identity event command source subject predicate claim bestknown store token ledger history verify copy projection
        desk           | time value name identity event command source subject predicate claim bestknown store token ledger history projection api
        cli            | time value name identity event command source subject predicate claim bestknown store token ledger history verify copy projection api
        """)
    void aRoomUsesOnlyTheRoomsBelowIt(String room, String below) {
        List<String> allowed = new ArrayList<>(List.of(room(room)));
        if (below != null) {
            Arrays.stream(below.split(" ")).map(ArchitectureTest::room).forEach(allowed::add);
        }
        classes()
                .that()
                .resideInAPackage(room(room))
                .should()
                .onlyDependOnClassesThat(inOneOf(allowed).or(outsideTheProject()))
                .check(MAIN_CLASSES);
    }

    /** Each name is one package, without those inside it, so that the store's face uses none of its rooms. */
    @ParameterizedTest(name = "{0} may use {1}")
    @CsvSource(delimiter = '|', textBlock = """
        store          | value
        store.append   | value store
        store.sql      | value store store.append
        store.h2       | value store store.append store.sql
        store.postgres | value store store.append store.sql
        store.engine   | value store store.append store.sql store.h2 store.postgres
        """)
    void aRoomOfTheStoreUsesOnlyTheRoomsBelowIt(String room, String below) {
        List<String> allowed = Stream.concat(Stream.of(room), Arrays.stream(below.split(" ")))
                .map(name -> "org.claimsledger." + name)
                .toList();
        classes()
                .that()
                .resideInAPackage("org.claimsledger." + room)
                .should()
                .onlyDependOnClassesThat(inOneOf(allowed).or(outsideTheProject()))
                .check(MAIN_CLASSES);
    }

    @ParameterizedTest(name = "{0} knows nothing of {1}")
    @CsvSource({
        "time,      org.springframework..",
        "value,     org.springframework..",
        "name,      org.springframework..",
        "name,      org.apache.lucene..",
        "event,     java.sql..",
        "event,     org.axonframework..",
        "command,   org.axonframework..",
        "source,    org.axonframework..",
        "subject,   org.axonframework..",
        "predicate, org.axonframework..",
        "claim,     org.axonframework..",
        "claim,     java.sql..",
        "bestknown, org.axonframework..",
        "bestknown, java.sql..",
        "history,   org.axonframework..",
        "history,   java.sql..",
        "verify,    java.sql..",
        "store,     org.springframework..",
        "token,     org.springframework..",
        "token,     org.axonframework..",
        "ledger,    org.springframework..",
        "ledger,    java.sql..",
        "projection,org.springframework..",
        "api,       java.sql..",
        "value,     java.net.http..",
        "source,    java.net.http..",
        "claim,     java.net.http..",
        "store,     java.net.http..",
        "ledger,    java.net.http..",
        "projection,java.net.http..",
        "api,       java.net.http..",
        "desk,      java.net.http..",
        "desk,      java.sql..",
        "cli,       java.sql.."
    })
    void aRoomKeepsAFrameworkOut(String room, String framework) {
        classes()
                .that()
                .resideInAPackage(room(room))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(framework)))
                .check(MAIN_CLASSES);
    }

    /** Projections are event processors of Axon; what they do with the events is none of Axon's business. */
    @Test
    void ofTheReadSideOnlyTheRoomThatRunsProjectionsKnowsAxon() {
        noClasses()
                .that()
                .resideInAPackage(room("projection"))
                .and()
                .resideOutsideOfPackage(room("projection.run"))
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.axonframework.."))
                .check(MAIN_CLASSES);
    }

    @Test
    void readingCallsUseNothingThatWrites() {
        classes()
                .that()
                .resideInAPackage(room("api.read"))
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(room("api.operation"))))
                .check(MAIN_CLASSES);
    }

    @Test
    void noTwoPackagesUseEachOtherHoweverManyStandBetween() {
        slices().matching("org.claimsledger.(**)").should().beFreeOfCycles().check(MAIN_CLASSES);
    }

    /** A type is named once in the whole project, tests included, so that its name says which one is meant. */
    @Test
    void noTwoTopLevelTypesHaveOneSimpleName() throws IOException {
        Map<String, List<Path>> byName = new TreeMap<>();
        for (Path file : Sources.all()) {
            String name = file.getFileName().toString();
            if (!name.equals("package-info.java")) {
                byName.computeIfAbsent(name, any -> new ArrayList<>()).add(file);
            }
        }
        assertThat(byName.values()).filteredOn(files -> files.size() > 1).isEmpty();
    }

    private static String room(String name) {
        return "org.claimsledger." + name + "..";
    }

    private static DescribedPredicate<JavaClass> inOneOf(List<String> packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages.toArray(String[]::new));
    }

    private static DescribedPredicate<JavaClass> outsideTheProject() {
        return DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.claimsledger.."));
    }
}
