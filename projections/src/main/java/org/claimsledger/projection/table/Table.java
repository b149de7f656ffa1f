package org.claimsledger.projection.table;

import java.util.Collections;
import java.util.List;

/**
 * A table of a read model.
 *
 * @param create the statement that creates it
 * @param columns the number of columns
 * @param order the columns, counted from 0, by which rows are sorted in a bulk load
 * @param indexes the statements that create its indexes, which may come after the rows
 */
public record Table(String name, String create, int columns, List<Integer> order, List<String> indexes) {

    public Table {
        order = List.copyOf(order);
        indexes = List.copyOf(indexes);
    }

    /** The statement that adds a row, with all columns in their order. */
    public String insert() {
        return "insert into " + name + " values (" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
    }
}
