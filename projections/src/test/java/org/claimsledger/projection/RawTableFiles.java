package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.claimsledger.projection.table.TableDatabase;

/** Reads the files of a folder of projections without the program's own code. */
final class RawTableFiles {

    private RawTableFiles() {}

    /** The files with tables, without their suffix. */
    static List<Path> in(Path folder) throws IOException {
        String suffix = TableDatabase.fileOnDisk(Path.of("x")).toString().substring(1);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(suffix))
                    .map(it -> Path.of(it.toString().substring(0, it.toString().length() - suffix.length())))
                    .sorted()
                    .toList();
        }
    }

    /** The file of one projection. */
    static Path of(String projection, Path folder) throws IOException {
        List<Path> files = in(folder).stream()
                .filter(it -> it.getFileName().toString().startsWith(projection + "-"))
                .toList();
        assertThat(files).hasSize(1);
        return files.getFirst();
    }

    /**
     * Copies a folder with everything in it, as it is on disk at one moment. If files change or disappear during the
     * copy, it starts again, because a kill would not leave a mixture of two moments.
     */
    static void copy(Path from, Path to) throws IOException {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            try {
                Map<Path, String> before = fingerprints(from);
                deleteContents(to);
                for (Path each : before.keySet()) {
                    Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.REPLACE_EXISTING);
                }
                if (fingerprints(from).equals(before)) {
                    return;
                }
            } catch (NoSuchFileException gone) {
                // the next attempt begins with a new list of files
            }
        }
        throw new AssertionError("the folder never stayed as it was for as long as a copy takes");
    }

    private static void deleteContents(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Size and time of last change of each file; a folder comes before the files in it. */
    private static Map<Path, String> fingerprints(Path folder) throws IOException {
        Map<Path, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.toList()) {
                all.put(
                        each,
                        Files.isDirectory(each)
                                ? "folder"
                                : Files.size(each) + " bytes of " + Files.getLastModifiedTime(each));
            }
        }
        return all;
    }

    static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:" + file.toAbsolutePath() + ";TRACE_LEVEL_FILE=0", "projections", "");
    }

    static void execute(Path file, String... statements) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** Every row of every table, without the signatures of kept versions. */
    static Map<String, List<String>> rows(Path folder) throws SQLException, IOException {
        Map<String, List<String>> tables = new TreeMap<>();
        for (Path file : in(folder)) {
            String projection = file.getFileName().toString().replaceAll("-\\d+$", "");
            try (Connection connection = connect(file);
                    Statement statement = connection.createStatement()) {
                for (String table : names(statement)) {
                    tables.put(projection + " " + table, rows(statement, table));
                }
            }
        }
        assertThat(tables).hasSizeGreaterThan(8);
        return tables;
    }

    private static List<String> names(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'PUBLIC'")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static List<String> rows(Statement statement, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("select * from " + table)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    if (!row.getMetaData().getColumnName(i).equals("KEPT") || !table.equals("STANDING")) {
                        Object value = row.getObject(i);
                        text.append(
                                        value instanceof byte[] bytes
                                                ? HexFormat.of().formatHex(bytes)
                                                : value)
                                .append(" | ");
                    }
                }
                rows.add(text.toString());
            }
        }
        rows.sort(null);
        return rows;
    }
}
