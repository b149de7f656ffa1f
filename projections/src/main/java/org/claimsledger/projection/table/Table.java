package org.claimsledger.projection.table;

import java.util.Collections;
import java.util.List;

/**
 * A table of a projection.
 *
 * @param create the statement that creates it
 * @param columns the number of columns
 * @param writingIndexes the statements that create the indexes by which a projection finds rows while it writes
 * @param readingIndexes the statements that create its other indexes; a rebuild creates them after the rows
 */
public record Table(String name, String create, int columns, List<String> writingIndexes, List<String> readingIndexes) {

    public Table {
        writingIndexes = List.copyOf(writingIndexes);
        readingIndexes = List.copyOf(readingIndexes);
    }

    /** The statement that adds a row, with a parameter for each column in order. */
    public String insert() {
        return "insert into " + name + " values (" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
    }
}
