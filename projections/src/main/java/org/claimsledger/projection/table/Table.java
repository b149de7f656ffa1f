package org.claimsledger.projection.table;

import java.util.Collections;
import java.util.List;

/**
 * A table of a read model.
 *
 * @param create the statement that makes it
 * @param columns how many it has
 * @param order the columns, counted from 0, by which rows are laid down when all are made at once
 * @param indexes the statements that make its indexes, which may come after the rows
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
