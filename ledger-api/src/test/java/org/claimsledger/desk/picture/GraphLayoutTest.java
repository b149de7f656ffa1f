package org.claimsledger.desk.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.claimsledger.desk.picture.GraphLayout.Edge;
import org.claimsledger.desk.picture.GraphLayout.Node;
import org.junit.jupiter.api.Test;

class GraphLayoutTest {

    @Test
    void whatComesBeforeStandsLeftAndArrowsLeadToTheRight() {
        Graph graph = GraphLayout.of(
                List.of(
                        new Node("report", 0, "A report", null, false),
                        new Node("letter", -1, "A letter", "/sources/letter", false),
                        new Node("echo", 1, "An echo of the report in another paper", "/sources/echo", true)),
                List.of(new Edge("letter", "report", "cites"), new Edge("report", "echo", "republishes")));

        assertThat(graph.boxes())
                .extracting(Graph.Box::title)
                .containsExactly("A letter", "A report", "An echo of the report in another paper");
        assertThat(graph.boxes()).extracting(Graph.Box::x).isSorted();
        assertThat(graph.boxes()).extracting(Graph.Box::centre).containsExactly(false, true, false);
        assertThat(graph.boxes().getLast().label()).containsExactly("An echo of the report in", "another paper");
        assertThat(graph.arrows()).hasSize(2).allSatisfy(arrow -> assertThat(arrow.fromX())
                .isLessThan(arrow.toX()));
    }

    @Test
    void aTitleWithoutSpacesIsCut() {
        Graph graph = GraphLayout.of(List.of(new Node("a", 0, "x".repeat(200), null, false)), List.of());

        assertThat(graph.boxes().getFirst().label()).hasSize(2).allSatisfy(line -> assertThat(line)
                .hasSizeLessThan(27));
    }
}
