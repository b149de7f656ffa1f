package org.claimsledger.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.store.engine.TestEvents.append;
import static org.claimsledger.store.engine.TestEvents.event;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.Restoration;
import org.claimsledger.store.StoreLocation;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.store.h2.H2Restoration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger that is filled with another one's events. */
class RestorationTest {

    @TempDir
    Path parent;

    /** Reads all entries with any number of tags in memory, however often tags recur. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1_000})
    void theIndexOfTagsIsTheSame(int knownTags) {
        Random random = new Random(knownTags);
        Map<Long, List<Tag>> tags = new HashMap<>();
        List<StoredEvent> events;
        List<String> index = new ArrayList<>();
        try (LedgerStore store = open("first")) {
            for (long position = 1; position <= 300; position++) {
                String claim = "claim:c" + random.nextInt(40);
                String source = "cites:s" + random.nextInt(5);
                tags.put(position, List.of(tag(claim), tag(source)));
                append(store, event("{}", claim, source));
            }
            events = store.log().read(0, 300);
            index.addAll(index(store));
        }
        try (Restoration restoration = H2Restoration.begin(parent.resolve("copy"), InstantSource.system(), knownTags)) {
            for (int from = 0; from < 300; from += 50) {
                restoration.write(events.subList(from, from + 50).stream()
                        .map(event -> new Restoration.RestoredEvent(event, "test", tags.get(event.position())))
                        .toList());
            }
            restoration.complete();
        }

        try (LedgerStore copy = open("copy")) {
            assertThat(index(copy)).isEqualTo(index);
            assertThat(copy.log().head()).isEqualTo(300);
            assertThat(copy.log().read(0, 300))
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(events);
            append(copy, event("{}", "claim:c1"));
            assertThat(copy.log().lastPosition(tag("claim:c1"))).isEqualTo(301);
        }
    }

    @Test
    void oneThatIsNotCompletedLeavesNothing() {
        try (Restoration restoration =
                LedgerStore.restore(new StoreLocation.LedgerFolder(parent.resolve("copy")), InstantSource.system())) {
            assertThat(parent.resolve("copy").resolve("ledger.json.new")).exists();
        }

        assertThat(LedgerFolderFiles.contents(parent.resolve("copy")).keySet()).containsExactly("", "lock");
        open("copy").close();
    }

    private LedgerStore open(String name) {
        return LedgerStore.open(parent.resolve(name), TestEvents.TEXT, InstantSource.system());
    }

    private static Tag tag(String text) {
        return Tag.of(text.substring(0, text.indexOf(':')), text.substring(text.indexOf(':') + 1));
    }

    /** All entries, in whatever order the ids of tags have; nothing may be wrong with the index by itself. */
    private static List<String> index(LedgerStore store) {
        TreeSet<String> entries = new TreeSet<>();
        store.tagIndex()
                .read(
                        (tag, position) ->
                                assertThat(entries.add(tag + "@" + position)).isTrue(),
                        fault -> {
                            throw new AssertionError(fault);
                        });
        return List.copyOf(entries);
    }
}
