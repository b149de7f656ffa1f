package org.claimsledger.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WalkTest {

    private static final Map<String, List<String>> LINKS =
            Map.of("a", List.of("b", "c"), "b", List.of("d", "a"), "c", List.of("d"), "d", List.of("b"));

    private final List<String> followed = new ArrayList<>();

    private Iterable<String> links(String from) {
        followed.add(from);
        return LINKS.getOrDefault(from, List.of());
    }

    @Test
    void everythingIsReachedOnceTheNearestFirst() {
        assertThat(Walk.from("a", this::links)).containsExactly("a", "b", "c", "d");
    }

    @Test
    void nothingIsFollowedBeyondWhatIsAskedFor() {
        assertThat(Walk.from("a", this::links).filter("c"::equals).findFirst()).contains("c");
        assertThat(followed).containsExactly("a", "b");
    }
}
