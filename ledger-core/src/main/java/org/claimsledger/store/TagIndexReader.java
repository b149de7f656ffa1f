package org.claimsledger.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/** Walks along dictionary and index side by side, both being in the order of tag ids. */
final class TagIndexReader implements TagIndex {

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

    private final Connections connections;

    TagIndexReader(Connections connections) {
        this.connections = connections;
    }

    /** A row of the dictionary, with the tag that it names; without one where it names none. */
    private record Numbered(long id, @Nullable Tag tag) {

        static Numbered of(long id, @Nullable String key, @Nullable String value) {
            return new Numbered(id, key == null || value == null ? null : Tag.of(key, value));
        }

        /** Whether it is a number that the program gives. */
        boolean isGiven() {
            return id > 0 && id <= PackedTag.LAST_TAG;
        }
    }

    @Override
    public void read(Entries entries, Consumer<String> faults) {
        Keys keys = new Keys(ENTRIES);
        long[] names = new long[PAGE];
        int count = 0;
        long last = Long.MIN_VALUE;
        noEntries(keys, faults);
        for (List<Numbered> page = tags(last); !page.isEmpty(); page = tags(last)) {
            for (Numbered numbered : page) {
                last = numbered.id();
                if (!numbered.isGiven()) {
                    faults.accept("the dictionary holds a tag under the number " + last + ", which is never given");
                    continue;
                }
                lackingBefore(last, keys, faults);
                Tag tag = numbered.tag();
                if (tag == null) {
                    faults.accept("the dictionary holds no name under the number " + last);
                    keys.skip(last);
                    continue;
                }
                names = count == names.length ? Arrays.copyOf(names, 2 * count) : names;
                names[count++] = TagName.of(tag) | last;
                under(last, tag, keys, entries, faults);
            }
        }
        lackingBefore(Long.MAX_VALUE, keys, faults);
        long[] sorted = Arrays.copyOf(names, count);
        Arrays.sort(sorted);
        byName(sorted, faults);
        onlyOnce(sorted, faults);
    }

    /** The program writes no number below zero; they would come first, and be taken for the highest ones. */
    private static void noEntries(Keys keys, Consumer<String> faults) {
        for (; keys.has() && keys.key() < 0; keys.next()) {
            faults.accept("the index of tags holds the number " + keys.key() + ", which is no entry");
        }
    }

    private static void lackingBefore(long id, Keys keys, Consumer<String> faults) {
        for (; keys.has() && PackedTag.tagId(keys.key()) < id; keys.next()) {
            faults.accept("position " + PackedTag.position(keys.key()) + " is indexed under the tag number "
                    + PackedTag.tagId(keys.key()) + ", which the dictionary lacks");
        }
    }

    private static void under(long id, Tag tag, Keys keys, Entries entries, Consumer<String> faults) {
        if (!keys.areUnder(id)) {
            faults.accept("the dictionary holds the tag " + text(tag) + ", under which there is no event");
        }
        for (; keys.areUnder(id); keys.next()) {
            entries.entry(tag, PackedTag.position(keys.key()));
        }
    }

    /** The dictionary's own index, held against what it should be. */
    private void byName(long[] expected, Consumer<String> faults) {
        Keys names = new Keys(NAMES);
        int at = 0;
        while (at < expected.length || names.has()) {
            if (!names.has() || at < expected.length && expected[at] < names.key()) {
                faults.accept("the tag number " + TagName.id(expected[at++]) + " is not found by its name");
            } else if (at == expected.length || names.key() < expected[at]) {
                faults.accept("the tag number " + TagName.id(names.key()) + " is found by a name that is not its own");
                names.next();
            } else {
                at++;
                names.next();
            }
        }
    }

    /** Tags of one digest lie side by side, and are few. */
    private void onlyOnce(long[] names, Consumer<String> faults) {
        for (int i = 1; i < names.length; i++) {
            long before = TagName.id(names[i - 1]);
            long id = TagName.id(names[i]);
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

    private List<Numbered> tags(long after) {
        return tags(after, PAGE);
    }

    private List<Numbered> tags(long after, int limit) {
        return connections.read(reading -> {
            PreparedStatement select = reading.prepared(TAGS);
            select.setLong(1, after);
            select.setInt(2, limit);
            List<Numbered> page = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    page.add(Numbered.of(rows.getLong(1), rows.getString(2), rows.getString(3)));
                }
            }
            return page;
        });
    }

    private static String text(Tag tag) {
        return tag.key() + ":" + tag.value();
    }

    /** The rows of a table that has one column of numbers, in order. */
    private final class Keys {

        private final String sql;
        private long[] page = new long[PAGE];
        private int count;
        private int at;

        Keys(String sql) {
            this.sql = sql;
            fill(Long.MIN_VALUE);
        }

        boolean has() {
            return at < count;
        }

        long key() {
            return page[at];
        }

        boolean areUnder(long tag) {
            return has() && PackedTag.tagId(key()) == tag;
        }

        void skip(long tag) {
            while (areUnder(tag)) {
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
            count = connections.read(reading -> {
                PreparedStatement select = reading.prepared(sql);
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
