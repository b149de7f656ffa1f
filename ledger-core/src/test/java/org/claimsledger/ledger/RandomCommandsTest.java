package org.claimsledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.claimsledger.command.ClaimCommand;
import org.claimsledger.command.LedgerCommand;
import org.claimsledger.command.PredicateCommand;
import org.claimsledger.command.SourceCommand;
import org.claimsledger.command.SubjectCommand;
import org.claimsledger.store.StoredEvent;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A ledger on disk, with its cache, its batches and its boundaries, against one in memory that folds everything anew
 * for every decision: both answer the same to any commands, however the first one was closed and opened in between.
 */
class RandomCommandsTest {

    private static final int COMMANDS = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aLedgerOnDiskDecidesAsOneInMemoryDoes(long seed, @TempDir Path folder) {
        RandomCommands commands = new RandomCommands(seed);
        Random random = new Random(seed);
        InMemoryLedger memory = InMemoryLedger.given();
        DiskLedger disk = DiskLedger.open(folder);
        Set<RefusalCode> seen = EnumSet.noneOf(RefusalCode.class);
        try {
            for (int done = 0; done < COMMANDS; ) {
                List<LedgerCommand> batch = new ArrayList<>();
                for (int i = random.nextInt(12); i >= 0; i--) {
                    batch.add(commands.next());
                }
                List<Answer> expected =
                        batch.stream().map(command -> answer(memory, command)).toList();
                expected.forEach(answer -> answer.refusals().forEach(refusal -> seen.add(refusal.code())));

                assertThat(answers(disk, batch)).as("%s", batch).isEqualTo(expected);
                done += batch.size();
                if (random.nextInt(50) == 0) {
                    disk.close();
                    disk = DiskLedger.open(folder);
                }
            }
            assertThat(disk.events()).isEqualTo(memory.events());
            assertThat(disk.stored())
                    .extracting(StoredEvent::recordedAt)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(memory.events()).hasSizeGreaterThan(COMMANDS / 6);
            assertThat(seen).hasSizeGreaterThan(15);
        } finally {
            disk.close();
        }
    }

    /** The reason why a command was refused, or else the revision of its target. */
    private record Answer(List<Refusal> refusals, long revision) {}

    private static Answer answer(InMemoryLedger memory, LedgerCommand command) {
        try {
            memory.and(command);
            return new Answer(List.of(), revision(memory, command));
        } catch (Refused refused) {
            return new Answer(refused.refusals(), 0);
        }
    }

    private static long revision(InMemoryLedger memory, LedgerCommand command) {
        return switch (command) {
            case ClaimCommand it -> memory.claim(it.claim()).revision();
            case SourceCommand it -> memory.source(it.source()).revision();
            case SubjectCommand it -> memory.subject(it.subject()).revision();
            case PredicateCommand it -> memory.definitions(it.key()).revision();
            default -> 1;
        };
    }

    private static List<Answer> answers(DiskLedger disk, List<LedgerCommand> batch) {
        return disk.ledger().submit(batch.stream().map(disk::request).toList()).stream()
                .map(outcome -> switch (outcome) {
                    case Outcome.Accepted accepted -> new Answer(List.of(), accepted.revision());
                    case Outcome.NotAccepted notAccepted -> new Answer(notAccepted.refusals(), 0);
                    case Outcome.Duplicate duplicate -> throw new AssertionError(duplicate);
                })
                .toList();
    }
}
