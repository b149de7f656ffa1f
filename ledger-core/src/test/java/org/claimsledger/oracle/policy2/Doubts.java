package org.claimsledger.oracle.policy2;

import java.util.List;
import org.claimsledger.oracle.policy2.Given.Dependence;
import org.claimsledger.oracle.policy2.Given.Lineage;
import org.claimsledger.oracle.policy2.Given.Source;

/**
 * R10: a supporting source stands under a notice of concern or correction, or derives from one that was taken back. A notice
 * against what is echoed touches the echo.
 */
final class Doubts {

    private final Given given;

    Doubts(Given given) {
        this.given = given;
    }

    boolean restOnDoubtfulSources(List<OracleStatement> statements) {
        return statements.stream().anyMatch(this::isDoubtful);
    }

    boolean isDoubtful(OracleStatement statement) {
        return new Origins(given)
                .echoed(statement.evidence().source()).stream()
                        .map(given.sources()::get)
                        .anyMatch(it -> isTouched(it, statement) || derivesFromOneTakenBack(it));
    }

    private static boolean isTouched(Source source, OracleStatement statement) {
        return source.underNotice()
                && (source.touched().isEmpty()
                        || source.touched().contains(statement.evidence().ref()));
    }

    private boolean derivesFromOneTakenBack(Source source) {
        return source.lineage().stream()
                .filter(it -> it.source() != null && it.dependence() == Dependence.DERIVES_FROM)
                .map(it -> given.sources().get(it.source()))
                .anyMatch(this::isTakenBack);
    }

    /** An echo falls with what it echoes, and what derives from a doubtful work is doubtful. */
    private boolean isTakenBack(Source source) {
        if (!source.stands()) {
            return true;
        }
        for (Lineage lineage : source.lineage()) {
            boolean passesItOn = lineage.source() != null && lineage.dependence() != Dependence.CITES;
            if (passesItOn && isTakenBack(given.sources().get(lineage.source()))) {
                return true;
            }
        }
        return false;
    }
}
