package org.claimsledger.store.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.claimsledger.store.StoreLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories on PostgreSQL, with each step taken by another of three nodes. */
class PostgresNodesRandomHistoriesTest extends PostgresStoreRandomHistoriesTest {

    private final Deque<LedgerStore> nodes = new ArrayDeque<>();

    @Override
    @ParameterizedTest
    @ValueSource(ints = 100_000)
    void appendsAndReadsAgreeWithAListOfAllEvents(int rememberedTags) {
        super.appendsAndReadsAgreeWithAListOfAllEvents(rememberedTags);
    }

    @Override
    LedgerStore open(StoreLimits limits) {
        closeNodes();
        for (int i = 0; i < 3; i++) {
            nodes.add(super.open(limits));
        }
        return nodes.getFirst();
    }

    @Override
    void turn() {
        nodes.addLast(nodes.removeFirst());
        store = nodes.getFirst();
        store.log().refreshedHead();
    }

    @AfterEach
    void closeNodes() {
        nodes.forEach(LedgerStore::close);
        nodes.clear();
    }
}
