package org.claimsledger.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each room of the house may use of the others; a rule that matches no class fails. */
class RoomsTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.claimsledger");

    @ParameterizedTest(name = "{0} may use {1}")
    @CsvSource(delimiter = '|', textBlock = """
        time                    |
        value                   | time
        name                    | value
        source                  | time value
        subject                 | time value source
        predicate               | time value
        identity                | time value name source subject
        claim                   | time value source subject predicate
        bestknown               | time value source subject predicate claim
        store                   | value
        token                   | value store
        ledger                  | time value source subject predicate claim store
        copy                    | value store ledger
        replay                  | time value source subject predicate claim bestknown store ledger
        projection              | time value name identity source subject predicate claim bestknown store ledger replay
        api                     | time value name identity source subject predicate claim bestknown store token ledger copy projection
        desk                    | time value name identity source subject predicate claim bestknown store token ledger projection api
        cli                     | time value name identity source subject predicate claim bestknown store token ledger copy replay projection api
        """)
    void aRoomUsesOnlyTheRoomsBelowIt(String room, String below) {
        List<String> allowed = new ArrayList<>(List.of(room(room)));
        if (below != null) {
            Arrays.stream(below.split(" ")).map(RoomsTest::room).forEach(allowed::add);
        }
        classes()
                .that()
                .resideInAPackage(room(room))
                .should()
                .onlyDependOnClassesThat(inOneOf(allowed).or(notOfThisHouse()))
                .check(HOUSE);
    }

    @ParameterizedTest(name = "{0} knows nothing of {1}")
    @CsvSource({
        "time,      org.springframework..",
        "value,     org.springframework..",
        "name,      org.springframework..",
        "name,      org.apache.lucene..",
        "source,    org.axonframework..",
        "subject,   org.axonframework..",
        "predicate, org.axonframework..",
        "claim,     org.axonframework..",
        "claim,     java.sql..",
        "bestknown, org.axonframework..",
        "bestknown, java.sql..",
        "store,     org.springframework..",
        "token,     org.springframework..",
        "token,     org.axonframework..",
        "ledger,    org.springframework..",
        "ledger,    java.sql..",
        "projection,org.springframework..",
        "projection,org.axonframework..",
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
                .check(HOUSE);
    }

    private static String room(String name) {
        return "org.claimsledger." + name + "..";
    }

    private static DescribedPredicate<JavaClass> inOneOf(List<String> packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages.toArray(String[]::new));
    }

    private static DescribedPredicate<JavaClass> notOfThisHouse() {
        return DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.claimsledger.."));
    }
}
