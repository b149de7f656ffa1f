package org.claimsledger.store.h2;

import java.util.List;
import org.claimsledger.store.sql.Dialect;

/** The store's tables in H2. */
public final class H2Dialect implements Dialect {

    @Override
    public List<String> schema() {
        return List.of("""
            create table event_type (
                id integer not null primary key,
                name varchar(255) not null,
                version varchar(64) not null)
            """, """
            create table event (
                position bigint not null primary key,
                recorded_at bigint not null,
                type integer not null,
                id varchar(255) not null,
                metadata varbinary(1048576) not null,
                payload varbinary(1048576) not null,
                salt varbinary(32) not null,
                hash varbinary(32) not null)
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
    }
}
