package org.claimsledger.command;

import java.util.List;
import java.util.stream.Stream;
import org.claimsledger.event.Notice;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/** A command about a source. */
public sealed interface SourceCommand extends LedgerCommand {

    SourceId source();

    @Override
    default String target() {
        return source().value();
    }

    /**
     * Enters a new source; kind and title are given.
     *
     * @param isProtected whether none but editors may know which source it is
     */
    record RegisterSource(SourceId source, SourceDetails details, boolean isProtected) implements SourceCommand {

        /** One that everybody may know. */
        public RegisterSource(SourceId source, SourceDetails details) {
            this(source, details, false);
        }

        public RegisterSource {
            details = details.withoutEmptyLists();
        }
    }

    /**
     * Changes what the desk knows about a source: what is given is set, what is cleared becomes unknown. A list that is
     * given empty is cleared.
     */
    record AmendSource(
            SourceId source,
            SourceDetails details,
            List<String> cleared,
            @Nullable String reason) implements SourceCommand {

        public AmendSource {
            cleared = Stream.concat(cleared.stream(), details.emptyLists().stream())
                    .distinct()
                    .toList();
            details = details.withoutEmptyLists();
        }
    }

    /** Records what the publisher says about its source. */
    record NoticeSource(SourceId source, Notice notice) implements SourceCommand {}

    /**
     * Takes back a notice that the desk had filed by mistake.
     *
     * @param notice its number among those of the source, from 1, in the order of recording
     */
    record WithdrawNotice(
            SourceId source, int notice, @Nullable String reason) implements SourceCommand {}

    /** Keeps to editors which source it is. */
    record ProtectSource(SourceId source, @Nullable String reason) implements SourceCommand {}

    /** Lets everybody know again which source it is. */
    record DiscloseSource(SourceId source, @Nullable String reason) implements SourceCommand {}
}
