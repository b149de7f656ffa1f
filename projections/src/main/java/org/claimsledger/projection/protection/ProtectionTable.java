package org.claimsledger.projection.protection;

import java.util.List;
import org.claimsledger.projection.table.Table;

/** Which sources are protected from when to when, in positions; from inclusive, to exclusive. */
public final class ProtectionTable {

    public static final Table PROTECTION = new Table("protection", """
        create table protection (
            source varchar(80) not null,
            recorded_from bigint not null,
            recorded_to bigint not null)
        """, 3, List.of("""
            create index protection_by_source on protection (source, recorded_to)
            """), List.of("""
                create index protection_by_time on protection (recorded_to, recorded_from)
                """));

    private ProtectionTable() {}
}
