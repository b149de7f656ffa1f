package org.claimsledger.store.sql;

import java.util.List;

/** The SQL in which databases differ. All other SQL of the store runs on each of them. */
public interface Dialect {

    /** The statements that create the tables in an empty database, each to be run once and in order. */
    List<String> schema();
}
