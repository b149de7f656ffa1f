package org.claimsledger.projection.registry;

import java.util.List;
import org.claimsledger.projection.protection.ProtectionWriter;
import org.claimsledger.projection.table.Table;

/**
 * The tables of the registry: all entities that were ever registered, their states, the merges of subjects, and the
 * protection of sources.
 */
final class RegistryTables {

    static final Table ENTITY = new Table("entry", """
        create table entry (
            entry_no bigint not null primary key,
            area varchar(10) not null,
            id varchar(80) not null)
        """, 3, List.of("""
            create unique index entry_by_id on entry (id, area)
            """), List.of("""
                create index entry_by_area on entry (area, entry_no)
                """));

    static final Table VERSION = new Table("entry_version", """
        create table entry_version (
            entry_no bigint not null,
            recorded_from bigint not null,
            recorded_to bigint not null,
            label varchar(500) not null,
            publisher varchar(500),
            publisher_subject varchar(80),
            published varchar(200),
            body varbinary not null)
        """, 8, List.of("""
            create index entry_version_by_time on entry_version (entry_no, recorded_to)
            """), List.of());

    static final Table ALIAS = new Table("alias", """
        create table alias (
            absorbed varchar(80) not null,
            kept varchar(80) not null,
            recorded_from bigint not null,
            recorded_to bigint not null)
        """, 4, List.of("""
            create index alias_by_absorbed on alias (absorbed, recorded_to)
            """), List.of("""
                create index alias_by_kept on alias (kept, recorded_to)
                """));

    static final List<Table> ALL = List.of(ENTITY, VERSION, ALIAS, ProtectionWriter.TABLE);

    private RegistryTables() {}
}
