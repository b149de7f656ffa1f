package org.claimsledger.cli;

/** An export that cannot go on where it was to; the message says why. */
final class ExportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExportRefused(String sentence) {
        super(sentence);
    }
}
