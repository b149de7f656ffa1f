package org.claimsledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Inserts the rows that the projections hold into empty tables of the same form, in batches, as one would by hand. */
final class RowInsertBaseline {

    private static final int BATCH = 1_000;
    private static final String SUFFIX = ".mv.db";

    private RowInsertBaseline() {}

    /** @return how many seconds the inserts took, over all files of tables in the folder, which nobody may have open */
    static double insertSeconds(Path folder, Path target) throws SQLException, IOException {
        double seconds = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(SUFFIX)).sorted().toList()) {
                String name = file.getFileName().toString().replace(SUFFIX, "");
                try (Connection from = connect(folder.resolve(name));
                        Connection to = connect(target.resolve(name))) {
                    seconds += copy(from, to);
                }
            }
        }
        return seconds;
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:" + file.toAbsolutePath(), "projections", "");
    }

    private static double copy(Connection from, Connection to) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement read = from.createStatement();
                Statement make = to.createStatement()) {
            for (String statement : column(read, "script nodata")) {
                if (statement.matches("(?s)(CREATE (CACHED TABLE|(UNIQUE )?INDEX|(UNIQUE )?.*INDEX)|ALTER TABLE).*")) {
                    make.execute(statement);
                }
            }
            tables.addAll(
                    column(read, "select table_name from information_schema.tables where table_schema = 'PUBLIC'"));
        }
        to.setAutoCommit(false);
        double seconds = 0;
        for (String table : tables) {
            seconds += insert(table, rows(table, from), to);
        }
        return seconds;
    }

    private static double insert(String table, List<Object[]> rows, Connection to) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        String marks = String.join(", ", Collections.nCopies(rows.getFirst().length, "?"));
        long start = System.nanoTime();
        try (PreparedStatement insert = to.prepareStatement("insert into " + table + " values (" + marks + ")")) {
            int open = 0;
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
                if (++open == BATCH) {
                    insert.executeBatch();
                    to.commit();
                    open = 0;
                }
            }
            insert.executeBatch();
            to.commit();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<Object[]> rows(String table, Connection from) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Statement read = from.createStatement();
                ResultSet row = read.executeQuery("select * from " + table)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                Object[] values = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    values[i] = row.getObject(i + 1);
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static List<String> column(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
