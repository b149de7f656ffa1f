package org.claimsledger.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The program as it behaves at a terminal, run within this process. */
final class ProgramRunner {

    /** The exit code of a command and its output on both streams. */
    record ProgramResult(int exit, String text) {}

    private ProgramRunner() {}

    static ProgramResult run(Object... arguments) {
        StringWriter text = new StringWriter();
        CommandLine line = ClaimsLedger.commandLine();
        line.setOut(new PrintWriter(text, true));
        line.setErr(new PrintWriter(text, true));
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        return new ProgramResult(line.execute(words), text.toString());
    }

    /** The bytes that a command writes to standard output. */
    static byte[] standardOutput(Object... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            run(arguments);
        } finally {
            System.setOut(before);
        }
        return bytes.toByteArray();
    }

    /** A command that reads standard input. */
    static ProgramResult runWithInput(InputStream in, Object... arguments) {
        InputStream before = System.in;
        System.setIn(in);
        try {
            return run(arguments);
        } finally {
            System.setIn(before);
        }
    }
}
