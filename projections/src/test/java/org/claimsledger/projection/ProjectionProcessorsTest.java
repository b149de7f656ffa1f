package org.claimsledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.eventhandling.processing.EventProcessor;
import org.claimsledger.projection.claims.ClaimsProjection;
import org.claimsledger.projection.registry.RegistryProjection;
import org.claimsledger.projection.run.CheckpointPolicy;
import org.claimsledger.projection.run.Projection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Axon's configuration lists the projections as event processors, each with its state. */
class ProjectionProcessorsTest {

    @TempDir
    Path folder;

    @Test
    void processorsAreListedAndRunUntilTheReadSideIsClosed() throws Exception {
        MemoryLog log = RandomDeskHistory.history(46, 60);
        ReadModels readModels = ReadModelFixture.of(log, folder);
        Map<String, EventProcessor> processors = processorsOf(readModels);

        assertThat(processors).containsOnlyKeys("directory", "claims", "search");
        assertThat(processors).allSatisfy((name, processor) -> {
            assertThat(processor.name()).isEqualTo(name);
            assertThat(processor.isRunning()).isTrue();
            assertThat(processor.isError()).isFalse();
        });

        readModels.close();
        assertThat(processors.values()).noneMatch(EventProcessor::isRunning);
        assertThat(processors.values()).noneMatch(EventProcessor::isError);
    }

    @Test
    void aFailedProjectionIsInErrorAndTheOthersRun() throws Exception {
        MemoryLog all = RandomDeskHistory.history(45, 250);
        MemoryLog log = all.upTo(50);
        List<Projection> projections =
                List.of(new RegistryProjection(), FailingProjection.after(100, new ClaimsProjection(log)));
        try (ReadModels readModels =
                ReadModels.open(folder, log, ReadModelFixture.LEDGER, projections, CheckpointPolicy.DEFAULT)) {
            ReadModelFixture.awaitCaughtUp(readModels, log);
            log.catchUp(all, 250);
            assertThat(readModels.awaitApplied(250, ReadModelFixture.PATIENCE)).isFalse();

            Map<String, EventProcessor> processors = processorsOf(readModels);
            assertThat(processors.values().stream().filter(EventProcessor::isError))
                    .extracting(EventProcessor::name)
                    .containsExactly("claims");
            assertThat(processors.get("directory").isRunning()).isTrue();
            assertThat(processors.get("search").isRunning()).isTrue();
        }
    }

    @Test
    void aRebuiltProjectionIsTheSameProcessor() throws Exception {
        MemoryLog log = RandomDeskHistory.history(47, 60);
        try (ReadModels readModels = ReadModelFixture.of(log, folder)) {
            Map<String, EventProcessor> before = processorsOf(readModels);
            readModels.rebuild("claims");
            ReadModelFixture.awaitRebuilt(readModels);

            assertThat(processorsOf(readModels)).isEqualTo(before);
            assertThat(before.get("claims").isRunning()).isTrue();
        }
    }

    private static Map<String, EventProcessor> processorsOf(ReadModels readModels) {
        return readModels.processors().configuration().getComponents(EventProcessor.class);
    }
}
