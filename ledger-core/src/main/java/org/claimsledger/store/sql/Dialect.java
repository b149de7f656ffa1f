package org.claimsledger.store.sql;

import java.util.List;

/** What databases say differently. All other SQL of the store is written to run on any of them. */
public interface Dialect {

    /** The statements that make an empty database one that holds events, each to be run once and in order. */
    List<String> schema();
}
