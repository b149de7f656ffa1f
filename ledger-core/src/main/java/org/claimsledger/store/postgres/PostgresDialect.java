package org.claimsledger.store.postgres;

import java.util.List;
import java.util.stream.Stream;
import org.claimsledger.store.sql.Dialect;

/**
 * The store's tables in PostgreSQL. Rows are added and never changed: triggers refuse everything else, also to the
 * tables' owner. There is no row with a counter, because versions of it would pile up behind any long transaction; the
 * ledger's end is the last entry of each primary key, and {@code claims_ledger} is locked, not updated.
 */
public final class PostgresDialect implements Dialect {

    private static final List<String> TABLES = List.of("""
        create table claims_ledger (
            one boolean not null primary key default true check (one),
            ledger varchar(26) not null,
            format integer not null,
            created varchar(40) not null)
        """, """
        create table event_type (
            id integer not null primary key,
            name varchar(255) not null,
            version varchar(64) not null)
        """, """
        create table event (
            position bigint not null primary key check (position > 0),
            recorded_at bigint not null,
            type integer not null,
            id varchar(255) not null,
            metadata bytea not null,
            payload bytea not null,
            salt bytea not null,
            hash bytea not null)
        """, """
        create table tag (
            id bigint not null primary key,
            tag_key varchar(255) not null,
            tag_value varchar(1000) not null)
        """, """
        create table tag_by_name (packed bigint not null primary key)
        """, """
        create table event_tag (packed bigint not null primary key)
        """);

    private static final String REFUSAL = """
        create function refuse_change() returns trigger language plpgsql as $$
        begin
            raise exception 'A ledger is only added to: % of % is refused.', tg_op, tg_table_name
                using errcode = 'integrity_constraint_violation';
        end $$
        """;
    private static final String APPEND_ONLY = """
        create trigger append_only before update or delete or truncate on %s
            for each statement execute function refuse_change()
        """;
    private static final String ALWAYS = """
        alter table %s enable always trigger append_only
        """;

    /** All tables, in the order in which they are made. */
    static final List<String> TABLE_NAMES =
            List.of("claims_ledger", "event_type", "event", "tag", "tag_by_name", "event_tag");

    @Override
    public List<String> schema() {
        return Stream.of(
                        TABLES.stream(),
                        Stream.of(REFUSAL),
                        TABLE_NAMES.stream().map(APPEND_ONLY::formatted),
                        TABLE_NAMES.stream().map(ALWAYS::formatted))
                .flatMap(statements -> statements)
                .toList();
    }
}
