package org.claimsledger.projection.table;

import java.util.Collections;
import java.util.List;

/**
 * A table of a read model.
 *
 * @param create the statement that creates it
 * @param columns the number of columns
 * @param writingIndexes the statements that create the indexes by which a projection finds rows while it adds others
 * @param readingIndexes the statements that create its other indexes, which come after the rows in a rebuild
 */
public record Table(String name, String create, int columns, List<String> writingIndexes, List<String> readingIndexes) {

    public Table {
        writingIndexes = List.copyOf(writingIndexes);
        readingIndexes = List.copyOf(readingIndexes);
    }

    /** The statement that adds a row, with all columns in their order. */
    public String insert() {
        return "insert into " + name + " values (" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
    }
}
