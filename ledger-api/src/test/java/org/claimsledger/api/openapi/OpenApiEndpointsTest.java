package org.claimsledger.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.claimsledger.api.operation.OperationTable;
import org.claimsledger.event.EventCatalogue;
import org.junit.jupiter.api.Test;

/** The document and the application have the same calls. */
class OpenApiEndpointsTest {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.committed();

    @Test
    void everyCallOfTheApplicationIsInTheDocumentAndTheOtherWayRound() throws Exception {
        Set<String> described =
                DOCUMENT.operations().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(MappedEndpoints.ofTheApplication());
    }

    @Test
    void everyOpOfAnImportIsACallAndTheOtherWayRound() {
        Set<String> ops = new TreeSet<>();
        OperationTable.ops().forEach(ops::add);

        assertThat(DOCUMENT.commands().keySet()).isEqualTo(ops);
        Set<String> inLines = new TreeSet<>();
        DOCUMENT.schema("ImportLine").at("/properties/op/enum").forEach(op -> inLines.add(op.stringValue()));
        assertThat(inLines).isEqualTo(ops);
    }

    @Test
    void everyOperationHasThePathAndTheRoleThatItsRowSays() {
        assertThat(OperationTable.all()).allSatisfy(operation -> {
            OpenApiDocument.DocumentedOperation documented = DOCUMENT.commands().get(operation.op());
            assertThat(documented).hasToString("POST " + operation.path());
            assertThat(documented.role()).isEqualTo(operation.requiredRole().lowerCaseName());
        });
    }

    @Test
    void theTypesOfEventsAreThoseOfTheCatalogue() {
        Set<String> described = new TreeSet<>();
        DOCUMENT.schema("EventType").path("enum").forEach(type -> described.add(type.stringValue()));

        assertThat(described)
                .isEqualTo(EventCatalogue.events().stream()
                        .map(event -> EventCatalogue.snakeCaseName(EventCatalogue.nameOf(event)))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
