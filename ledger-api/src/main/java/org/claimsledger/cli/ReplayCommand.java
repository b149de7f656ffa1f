package org.claimsledger.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimsledger.api.config.AnswerJson;
import org.claimsledger.api.read.ClaimView;
import org.claimsledger.api.read.ClaimViewBuilder;
import org.claimsledger.api.viewpoint.ClockParameters;
import org.claimsledger.bestknown.ClaimState;
import org.claimsledger.bestknown.SourceHistory;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Provenance;
import org.claimsledger.event.Publisher;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.history.CompleteHistory;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.projection.registry.Summaries;
import org.claimsledger.projection.registry.Summaries.SourceSummary;
import org.claimsledger.projection.registry.Summaries.SubjectSummary;
import org.claimsledger.store.EventLog;
import org.claimsledger.subject.Subject;
import org.claimsledger.time.Viewpoint;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.verify.ParallelPipeline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Prints the state of all claims as of a date, computed from the events alone. */
@Command(
        name = "replay",
        description = {
            "Folds the events of a folder up to a date, and prints every claim as GET /api/v1/claims lists it from"
                    + " there,",
            "one a line in the order of assertion. No table is read: what it prints is a second opinion on them."
        },
        footer = {"", "Exit code: 0 where all is printed, 1 where it broke off, 2 for wrong options."},
        mixinStandardHelpOptions = true)
final class ReplayCommand extends StoreCommand {

    private static final int PAGE = 500;

    private static final JsonMapper JSON =
            AnswerJson.configure(JsonMapper.builder()).build();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "A date, an instant or @POSITION, as the parameter asOf has it (the last position).")
    private @Nullable String asOf;

    @Option(
            names = "--published-by",
            paramLabel = "DATE",
            description = "A date or an instant, as the parameter publishedBy has it (all that is recorded).")
    private @Nullable String publishedBy;

    @Option(names = "--valid-on", paramLabel = "DAY", description = "The day for which inForce is said (today, UTC).")
    private @Nullable String validOn;

    @Override
    public Integer call() throws IOException {
        CommandLine line = commandLine();
        try (Ledger ledger = openLedger()) {
            Viewpoint viewpoint = viewpoint(ledger.log());
            CompleteHistory history = CompleteHistory.replay(ledger.log(), viewpoint.position(), position -> {});
            print(history, viewpoint);
            line.getErr().println(history.claims().size() + " claims as of position " + viewpoint.position() + ".");
            line.getErr().flush();
        }
        return CommandLine.ExitCode.OK;
    }

    private Viewpoint viewpoint(EventLog log) {
        try {
            long position = asOf == null ? log.head() : ClockParameters.position(asOf, log);
            return new Viewpoint(
                    position,
                    log.recordedAt(position).orElse(null),
                    ClockParameters.publishedBy(publishedBy),
                    ClockParameters.day(validOn),
                    ClockParameters.today(InstantSource.system()));
        } catch (Refused refused) {
            throw wrongOption(refused.first().detail());
        }
    }

    private static void print(CompleteHistory history, Viewpoint viewpoint) {
        ClaimViewBuilder views = new ClaimViewBuilder(new ReplayedSummaries(history));
        int[] next = {0};
        ParallelPipeline.<Integer, byte[]>run(
                () -> {
                    int from = next[0];
                    next[0] += PAGE;
                    return from < history.claims().size() ? from : null;
                },
                from -> lines(from, history, views, viewpoint),
                standardOutput());
    }

    private static byte[] lines(int from, CompleteHistory history, ClaimViewBuilder views, Viewpoint viewpoint) {
        List<ClaimState> claims = new ArrayList<>(PAGE);
        Map<Long, Provenance> filings = new HashMap<>();
        for (int number = from; number < Math.min(from + PAGE, history.claims().size()); number++) {
            ClaimState state = history.claim(number).at(viewpoint.publishedByOrEver());
            if (state != null) {
                claims.add(state);
                filings.putAll(history.proposalProvenance(state.claim().id()));
            }
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream(PAGE * 1_000);
        for (ClaimView view : views.views(claims, filings, viewpoint, null)) {
            lines.writeBytes(JSON.writeValueAsBytes(view));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /** Summaries from a replay. They are as of the replay's position, whatever position is asked for. */
    private record ReplayedSummaries(CompleteHistory replay) implements Summaries {

        @Override
        public Map<SourceId, SourceSummary> sourceSummaries(Collection<SourceId> ids, long asOf) {
            Map<SourceId, SourceSummary> summaries = new HashMap<>();
            for (SourceId id : new HashSet<>(ids)) {
                SourceHistory source = replay.source(id);
                if (source != null) {
                    SourceDetails details = source.details();
                    String title = Objects.requireNonNullElse(details.title(), "");
                    summaries.put(
                            id,
                            new SourceSummary(
                                    id,
                                    title,
                                    publisherName(details.publisher()),
                                    details.publisher() instanceof Publisher.BySubject by ? by.subject() : null,
                                    details.published(),
                                    source.isProtected()));
                }
            }
            return summaries;
        }

        private @Nullable String publisherName(@Nullable Publisher publisher) {
            return switch (publisher) {
                case null -> null;
                case Publisher.ByName byName -> byName.name();
                case Publisher.BySubject by -> replay.nameOf(replay.canonicalSubject(by.subject()));
            };
        }

        @Override
        public Map<SubjectId, SubjectSummary> subjectSummaries(Collection<SubjectId> ids, long asOf) {
            Map<SubjectId, SubjectSummary> summaries = new HashMap<>();
            for (SubjectId id : new HashSet<>(ids)) {
                Subject subject = replay.subject(id);
                if (subject != null) {
                    SubjectId canonical = replay.canonicalSubject(id);
                    summaries.put(
                            id, new SubjectSummary(id, subject.details().name(), canonical, replay.nameOf(canonical)));
                }
            }
            return summaries;
        }

        @Override
        public Optional<Predicate> definition(PredicateKey key, long asOf) {
            return Optional.ofNullable(replay.predicate(key));
        }
    }
}
