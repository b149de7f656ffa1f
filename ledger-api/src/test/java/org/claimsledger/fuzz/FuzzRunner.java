package org.claimsledger.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets Jazzer, which is guided by what of the program an input reaches, loose on the targets, each in a process of its own.
 * Arguments: a folder, seconds for each target, how many run at a time, and the targets, where not all. What has been learnt
 * is kept in the folder, so that a later run goes on from there; what does not hold is kept there too, and fails the run.
 */
public final class FuzzRunner {

    private static final Pattern DONE = Pattern.compile("(?m)^#(\\d+)\\s+DONE\\s+cov: (\\d+).* corp: (\\d+)");
    private static final String INSTRUMENTED = "org.claimsledger.**";
    private static final int SECONDS_FOR_ONE_INPUT = 30;
    private static final int LONGEST_INPUT = 4_096;
    private static final long SECONDS_TO_START = 600;

    private final Path folder;
    private final long seconds;

    private FuzzRunner(Path folder, long seconds) {
        this.folder = folder;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        FuzzRunner fuzzRunner = new FuzzRunner(Path.of(arguments[0]).toAbsolutePath(), Long.parseLong(arguments[1]));
        List<String> named = Arrays.asList(arguments).subList(3, arguments.length).stream()
                .filter(name -> !name.equals("all"))
                .toList();
        List<FuzzTargets> fuzzTargets = named.isEmpty()
                ? List.of(FuzzTargets.values())
                : named.stream().map(FuzzTargets::byName).toList();
        System.exit(fuzzRunner.run(fuzzTargets, Integer.parseInt(arguments[2])) ? 0 : 1);
    }

    private boolean run(List<FuzzTargets> fuzzTargets, int atATime) throws Exception {
        boolean allHold = true;
        try (ExecutorService turns = Executors.newFixedThreadPool(atATime)) {
            List<Future<Boolean>> runs = new ArrayList<>();
            fuzzTargets.forEach(target -> runs.add(turns.submit(() -> run(target))));
            for (Future<Boolean> run : runs) {
                allHold &= run.get();
            }
        }
        return allHold;
    }

    private boolean run(FuzzTargets target) throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve(target.spelled()));
        Path corpus = Files.createDirectories(own.resolve("corpus"));
        Path log = own.resolve("fuzzing.log");
        Process process = new ProcessBuilder(command(target, own, corpus))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Thread end = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        boolean ended = process.waitFor(seconds + SECONDS_TO_START, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        Runtime.getRuntime().removeShutdownHook(end);
        Matcher done = DONE.matcher(Files.readString(log));
        boolean holds = ended && process.exitValue() == 0 && done.find();
        System.out.println(
                holds
                        ? "%-10s  %,d inputs, %s places reached, %s inputs kept"
                                .formatted(
                                        target.spelled(), Long.parseLong(done.group(1)), done.group(2), done.group(3))
                        : "%-10s  DOES NOT HOLD, or did not run; see %s%s"
                                .formatted(target.spelled(), log, keptInputs(own)));
        return holds;
    }

    private List<String> command(FuzzTargets target, Path own, Path corpus) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfuzz.target=" + target.spelled(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + JazzerTarget.class.getName(),
                "--instrumentation_includes=" + INSTRUMENTED,
                "--instrumentation_excludes=org.claimsledger.fuzz.**:org.claimsledger.provider.**",
                "--custom_hook_includes=" + INSTRUMENTED,
                "--reproducer_path=" + own,
                "-artifact_prefix=" + own + "/",
                "-max_total_time=" + seconds,
                "-timeout=" + SECONDS_FOR_ONE_INPUT,
                "-max_len=" + LONGEST_INPUT,
                "-rss_limit_mb=0",
                "-print_final_stats=1",
                "-dict=" + FuzzSeeds.dictionary(target),
                corpus.toString(),
                FuzzSeeds.folder(target).toString()));
        return command;
    }

    private static String keptInputs(Path own) throws IOException {
        try (Stream<Path> files = Files.list(own)) {
            List<String> inputs = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("(crash|timeout|oom|leak|slow-unit)-.*"))
                    .toList();
            return inputs.isEmpty() ? "" : ", and the inputs " + inputs;
        }
    }
}
