package org.claimsledger.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.messaging.eventstreaming.Tag;
import org.claimsledger.store.TagIndex;
import org.jspecify.annotations.Nullable;

/** Reads dictionary and index side by side; both are in the order of tag ids. */
public final class TagIndexReader implements TagIndex {

    private static final int PAGE = 10_000;

    private static final String TAGS = """
        select id, tag_key, tag_value from tag where id > ? order by id limit ?
        """;
    private static final String ENTRIES = """
        select packed from event_tag where packed > ? order by packed limit ?
        """;
    private static final String NAMES = """
        select packed from tag_by_name where packed > ? order by packed limit ?
        """;

    private final ConnectionPool connectionPool;

    public TagIndexReader(ConnectionPool connectionPool) {
        this.connectionPool = connectionPool;
    }

    /** A row of the dictionary, with the tag that it names; without one where it names none. */
    private record DictionaryRow(long id, @Nullable Tag tag) {

        static DictionaryRow of(long id, @Nullable String key, @Nullable String value) {
            return new DictionaryRow(id, key == null || value == null ? null : Tag.of(key, value));
        }

        /** Whether it is a number that the program gives. */
        boolean hasValidId() {
            return id > 0 && id <= PackedTag.LAST_TAG;
        }
    }

    @Override
    public void read(EntryVisitor entryVisitor, Consumer<String> faults) {
        KeyCursor keyCursor = new KeyCursor(ENTRIES);
        long[] names = new long[PAGE];
        int count = 0;
        long last = Long.MIN_VALUE;
        reportNegativeKeys(keyCursor, faults);
        for (List<DictionaryRow> page = tags(last); !page.isEmpty(); page = tags(last)) {
            for (DictionaryRow dictionaryRow : page) {
                last = dictionaryRow.id();
                if (!dictionaryRow.hasValidId()) {
                    faults.accept("the dictionary holds a tag under the number " + last + ", which is never given");
                    continue;
                }
                reportUnknownTagIds(last, keyCursor, faults);
                Tag tag = dictionaryRow.tag();
                if (tag == null) {
                    faults.accept("the dictionary holds no name under the number " + last);
                    keyCursor.skipTag(last);
                    continue;
                }
                names = count == names.length ? Arrays.copyOf(names, 2 * count) : names;
                names[count++] = TagDigest.of(tag) | last;
                visitEntries(last, tag, keyCursor, entryVisitor, faults);
            }
        }
        reportUnknownTagIds(Long.MAX_VALUE, keyCursor, faults);
        long[] sorted = Arrays.copyOf(names, count);
        Arrays.sort(sorted);
        checkDigests(sorted, faults);
        checkForDuplicates(sorted, faults);
    }

    /** The program writes no number below zero; they would come first, and be taken for the highest ones. */
    private static void reportNegativeKeys(KeyCursor keyCursor, Consumer<String> faults) {
        for (; keyCursor.hasCurrent() && keyCursor.key() < 0; keyCursor.next()) {
            faults.accept("the index of tags holds the number " + keyCursor.key() + ", which is no entry");
        }
    }

    private static void reportUnknownTagIds(long id, KeyCursor keyCursor, Consumer<String> faults) {
        for (; keyCursor.hasCurrent() && PackedTag.tagId(keyCursor.key()) < id; keyCursor.next()) {
            faults.accept("position " + PackedTag.position(keyCursor.key()) + " is indexed under the tag number "
                    + PackedTag.tagId(keyCursor.key()) + ", which the dictionary lacks");
        }
    }

    private static void visitEntries(
            long id, Tag tag, KeyCursor keyCursor, EntryVisitor entryVisitor, Consumer<String> faults) {
        if (!keyCursor.isAtTag(id)) {
            faults.accept("the dictionary holds the tag " + text(tag) + ", under which there is no event");
        }
        for (; keyCursor.isAtTag(id); keyCursor.next()) {
            entryVisitor.visit(tag, PackedTag.position(keyCursor.key()));
        }
    }

    /** Compares the dictionary's own index with the one that it should be. */
    private void checkDigests(long[] expected, Consumer<String> faults) {
        KeyCursor names = new KeyCursor(NAMES);
        int at = 0;
        while (at < expected.length || names.hasCurrent()) {
            if (!names.hasCurrent() || at < expected.length && expected[at] < names.key()) {
                faults.accept("the tag number " + TagDigest.id(expected[at++]) + " is not found by its name");
            } else if (at == expected.length || names.key() < expected[at]) {
                faults.accept(
                        "the tag number " + TagDigest.id(names.key()) + " is found by a name that is not its own");
                names.next();
            } else {
                at++;
                names.next();
            }
        }
    }

    /** Tags of one digest lie side by side, and are few. */
    private void checkForDuplicates(long[] names, Consumer<String> faults) {
        for (int i = 1; i < names.length; i++) {
            long before = TagDigest.id(names[i - 1]);
            long id = TagDigest.id(names[i]);
            if (names[i - 1] - before != names[i] - id) {
                continue;
            }
            Tag tag = tag(id);
            if (tag != null && tag.equals(tag(before))) {
                faults.accept("the dictionary holds the tag " + text(tag) + " twice");
            }
        }
    }

    private @Nullable Tag tag(long id) {
        return tags(id - 1, 1).getFirst().tag();
    }

    private List<DictionaryRow> tags(long after) {
        return tags(after, PAGE);
    }

    private List<DictionaryRow> tags(long after, int limit) {
        return connectionPool.read(pooledConnection -> {
            PreparedStatement select = pooledConnection.statement(TAGS);
            select.setLong(1, after);
            select.setInt(2, limit);
            List<DictionaryRow> page = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    page.add(DictionaryRow.of(rows.getLong(1), rows.getString(2), rows.getString(3)));
                }
            }
            return page;
        });
    }

    private static String text(Tag tag) {
        return tag.key() + ":" + tag.value();
    }

    /** The rows of a table that has one column of numbers, in order. */
    private final class KeyCursor {

        private final String sql;
        private long[] page = new long[PAGE];
        private int count;
        private int at;

        KeyCursor(String sql) {
            this.sql = sql;
            fill(Long.MIN_VALUE);
        }

        boolean hasCurrent() {
            return at < count;
        }

        long key() {
            return page[at];
        }

        boolean isAtTag(long tag) {
            return hasCurrent() && PackedTag.tagId(key()) == tag;
        }

        void skipTag(long tag) {
            while (isAtTag(tag)) {
                next();
            }
        }

        void next() {
            long last = page[at++];
            if (at == count) {
                fill(last);
            }
        }

        private void fill(long after) {
            at = 0;
            count = connectionPool.read(pooledConnection -> {
                PreparedStatement select = pooledConnection.statement(sql);
                select.setLong(1, after);
                select.setInt(2, PAGE);
                int rows = 0;
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        page[rows++] = row.getLong(1);
                    }
                }
                return rows;
            });
        }
    }
}
