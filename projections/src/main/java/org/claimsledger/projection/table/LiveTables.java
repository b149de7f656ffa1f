package org.claimsledger.projection.table;

/** The live tables of one projection, whichever file holds them. */
@FunctionalInterface
public interface LiveTables {

    /** Reads the tables. A reading ends in the tables in which it began. */
    <T> T read(TableDatabase.SessionWork<T> sessionWork);
}
