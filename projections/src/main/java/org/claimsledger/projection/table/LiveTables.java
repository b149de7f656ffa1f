package org.claimsledger.projection.table;

/** The tables of one read model, whichever file holds them at the moment. */
@FunctionalInterface
public interface LiveTables {

    /** Reads them. A reading that has begun goes on in the tables in which it began. */
    <T> T read(TableDatabase.SessionWork<T> sessionWork);
}
