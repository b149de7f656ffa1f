package org.claimsledger.projection.claims;

import java.util.List;
import org.claimsledger.projection.table.Table;

/**
 * The tables of claims. {@code claim_version} holds versions by recorded time, in positions, and by published time, in
 * microseconds; each time is from inclusive, to exclusive. {@code claim_value} holds the claims
 * that are the value of others. {@code claim_filing} holds proposals, each with the position
 * of the first decision on it.
 */
final class ClaimTables {

    static final Table CLAIM = new Table("claim", """
        create table claim (
            claim_no bigint not null primary key,
            id varchar(80) not null,
            subject varchar(80) not null,
            predicate varchar(80) not null)
        """, 4, List.of(), List.of("""
            create unique index claim_by_id on claim (id)
            """, """
            create index claim_by_subject on claim (subject, claim_no)
            """, """
            create index claim_by_predicate on claim (predicate, claim_no)
            """));

    static final Table TEXT = new Table("claim_text", """
        create table claim_text (
            position bigint not null primary key,
            body varbinary not null)
        """, 2, List.of(), List.of());

    static final Table VERSION = new Table("claim_version", """
        create table claim_version (
            claim_no bigint not null,
            recorded_from bigint not null,
            recorded_to bigint not null,
            reported_from bigint not null,
            reported_to bigint not null,
            revision bigint not null,
            status varchar(20) not null,
            rank varchar(20) not null,
            verdict varchar(20),
            supporting integer not null,
            disputing integer not null,
            asserting integer not null,
            reliability varchar(1),
            credibility integer,
            parts varbinary not null)
        """, 15, List.of("""
            create index claim_version_by_time on claim_version (claim_no, reported_to, recorded_to)
            """), List.of("""
                create index claim_version_by_status on claim_version (status, claim_no, recorded_from)
                """, """
                create index claim_version_by_verdict on claim_version (verdict, claim_no, recorded_from)
                """));

    static final Table SOURCE = new Table("claim_source", """
        create table claim_source (
            source varchar(80) not null,
            claim_no bigint not null,
            recorded_from bigint not null)
        """, 3, List.of("""
            create index claim_source_by_source on claim_source (source, claim_no, recorded_from)
            """), List.of());

    static final Table FILING = new Table("claim_filing", """
        create table claim_filing (
            position bigint not null primary key,
            claim_no bigint not null,
            evidence varchar(80) not null,
            batch varchar not null,
            actor varchar not null,
            waits_to bigint not null)
        """, 6, List.of("""
            create index claim_filing_by_claim on claim_filing (claim_no, waits_to, position)
            """), List.of("""
                create index claim_filing_by_end on claim_filing (waits_to, position)
                """, """
                create index claim_filing_by_batch on claim_filing (batch, waits_to, position)
                """, """
                create index claim_filing_by_actor on claim_filing (actor, waits_to, position)
                """));

    static final Table VALUE = new Table("claim_value", """
        create table claim_value (
            other varchar(80) not null,
            claim_no bigint not null,
            recorded_from bigint not null)
        """, 3, List.of("""
            create index claim_value_by_other on claim_value (other, claim_no)
            """), List.of());

    static final List<Table> ALL = List.of(CLAIM, TEXT, VERSION, SOURCE, VALUE, FILING);

    private ClaimTables() {}
}
