package org.claimsledger.cli;

/** An export that cannot be written or continued; the message says why. */
final class ExportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExportRefused(String sentence) {
        super(sentence);
    }
}
