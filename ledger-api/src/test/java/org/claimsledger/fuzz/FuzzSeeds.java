package org.claimsledger.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Inputs to begin with, a file each: what is well-formed in many ways, and whatever once found a fault. */
final class FuzzSeeds {

    /** The data that the seeds of imports and of reads are about. */
    static final String SETUP = """
        {"op":"define_predicate","key":"sentenced"}
        {"op":"define_predicate","key":"term","valueKinds":["quantity"],"unit":"a","cardinality":"one_per:case"}
        {"op":"register_source","id":"report","kind":"news_report","title":"A report"}
        {"op":"register_source","id":"ruling","kind":"court_record","title":"A ruling"}
        {"op":"register_subject","id":"the-accused","kind":"person","name":"The Accused"}
        {"op":"register_subject","id":"the-witness","kind":"person","name":"The Witness"}
        {"op":"assert_claim","id":"one","subject":"the-accused","predicate":"sentenced","value":{"text":"Twenty years"},\
        "valid":"2007~/..","evidence":{"source":"report"}}
        {"op":"assert_claim","id":"two","subject":"the-accused","predicate":"sentenced","value":{"text":"Fifteen years"},\
        "evidence":{"source":"ruling"}}
        """;

    private static final Path ALL = Path.of("src/test/resources/fuzz");

    private FuzzSeeds() {}

    static Path folder(FuzzTargets target) {
        return ALL.resolve(target.spelled());
    }

    /** Words that a target knows, one a line, as libFuzzer reads them. */
    static Path dictionary(FuzzTargets target) {
        return ALL.resolve(target.spelled() + ".words");
    }

    static List<Path> of(FuzzTargets target) throws IOException {
        try (Stream<Path> files = Files.list(folder(target))) {
            return files.sorted().toList();
        }
    }
}
