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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of rooms in {@code docs/architecture.md} is kept; a rule that matches no class fails. */
class ArchitectureTest {

    private static final JavaClasses MAIN_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.claimsledger");

    /** The table of rooms in the guide, in which a room uses rooms above it only. */
    static Stream<Arguments> rooms() throws IOException {
        return rows("\n## Rooms\n");
    }

    /** The rooms of the store, each without those inside it, so that the store's face uses none of its rooms. */
    static Stream<Arguments> roomsOfTheStore() throws IOException {
        return rows("\nThe rooms of the store");
    }

    @ParameterizedTest(name = "{0} may use {1}")
    @MethodSource("rooms")
    void aRoomUsesOnlyTheRoomsBelowIt(String room, Set<String> below) {
        requireOnly(room(room), below.stream().map(ArchitectureTest::room));
    }

    @ParameterizedTest(name = "{0} may use {1}")
    @MethodSource("roomsOfTheStore")
    void aRoomOfTheStoreUsesOnlyTheRoomsBelowIt(String room, Set<String> below) {
        requireOnly("org.claimsledger." + room, below.stream().map(name -> "org.claimsledger." + name));
    }

    @Test
    void everyRoomHasARow() throws IOException {
        Set<String> rooms = new TreeSet<>();
        Set<String> roomsOfTheStore = new TreeSet<>();
        for (JavaClass type : MAIN_CLASSES) {
            String[] path = type.getPackageName().split("\\.");
            rooms.add(path[2]);
            if (path[2].equals("store")) {
                roomsOfTheStore.add(String.join(".", Arrays.asList(path).subList(2, path.length)));
            }
        }

        assertThat(names(rooms())).isEqualTo(rooms);
        assertThat(names(roomsOfTheStore())).isEqualTo(roomsOfTheStore);
    }

    private static Set<String> names(Stream<Arguments> rows) {
        return rows.map(row -> (String) row.get()[0]).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void requireOnly(String room, Stream<String> below) {
        classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(
                        inOneOf(Stream.concat(Stream.of(room), below).toList()).or(outsideTheProject()))
                .check(MAIN_CLASSES);
    }

    /** The rows of the first table after some words of the guide: a room, and the rooms that it may use. */
    private static Stream<Arguments> rows(String words) throws IOException {
        String guide = Files.readString(Sources.ROOT.resolve("docs/architecture.md"));
        int start = guide.indexOf("| room | holds | may use |", guide.indexOf(words));
        List<Arguments> rows = new ArrayList<>();
        Set<String> above = new LinkedHashSet<>();
        for (String line : guide.substring(start, guide.indexOf("\n\n", start))
                .lines()
                .skip(2)
                .toList()) {
            String[] cells = line.split("\\|");
            String room = quoted(cells[1]).getFirst();
            rows.add(Arguments.of(room, roomsNamed(cells[3].strip(), above)));
            above.add(room);
        }
        return rows.stream();
    }

    /** A cell names rooms, or says "all above", or "all above but" some rooms. */
    private static Set<String> roomsNamed(String cell, Set<String> above) {
        List<String> named = quoted(cell);
        if (!cell.startsWith("all above")) {
            return Set.copyOf(named);
        }
        assertThat(above).as(cell).containsAll(named);
        Set<String> rooms = new LinkedHashSet<>(above);
        named.forEach(rooms::remove);
        return rooms;
    }

    private static List<String> quoted(String cell) {
        return Pattern.compile("`([a-z.\\d]+)`")
                .matcher(cell)
                .results()
                .map(name -> name.group(1))
                .toList();
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
