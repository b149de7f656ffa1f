package org.claimsledger.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Url;
import org.jspecify.annotations.Nullable;

/** What happens to a source. */
public sealed interface SourceEvent extends LedgerEvent {

    SourceId source();

    /**
     * A source entered the ledger.
     *
     * @param isProtected whether none but editors may know which source it is
     */
    record SourceRegistered(
            SourceId source,
            SourceDetails details,
            @JsonProperty("protected") @OmittedUnlessSet boolean isProtected) implements SourceEvent {

        /** One that everybody may know. */
        public SourceRegistered(SourceId source, SourceDetails details) {
            this(source, details, false);
        }

        @Override
        public Set<EventTag> tags() {
            return tagsOf(source, details, null);
        }
    }

    /**
     * The desk learnt something about a source.
     *
     * @param details the fields that changed, with what they are now
     * @param cleared the names of the fields that are unknown now
     * @param releasedUrl the URL that the source had until now, where that changed: it may be registered again
     */
    record SourceAmended(
            SourceId source,
            SourceDetails details,
            List<String> cleared,
            @Nullable Url releasedUrl,
            @Nullable String reason)
            implements SourceEvent {

        public SourceAmended {
            cleared = TextRules.entriesAt("/cleared", cleared);
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }

        @Override
        public Set<EventTag> tags() {
            return tagsOf(source, details, releasedUrl);
        }
    }

    /** The publisher said something about its source. */
    record SourceNoticed(SourceId source, Notice notice) implements SourceEvent {
        @Override
        public Set<EventTag> tags() {
            return Set.of(EventTag.source(source));
        }
    }

    /** From now on none but editors may know which source it is, whatever date is read. */
    record SourceProtected(SourceId source, @Nullable String reason) implements SourceEvent {

        public SourceProtected {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }

        @Override
        public Set<EventTag> tags() {
            return Set.of(EventTag.source(source));
        }
    }

    /** Everybody may know again which source it is. */
    record SourceDisclosed(SourceId source, @Nullable String reason) implements SourceEvent {

        public SourceDisclosed {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }

        @Override
        public Set<EventTag> tags() {
            return Set.of(EventTag.source(source));
        }
    }

    private static Set<EventTag> tagsOf(SourceId source, SourceDetails details, @Nullable Url releasedUrl) {
        Set<EventTag> eventTags = new LinkedHashSet<>();
        eventTags.add(EventTag.source(source));
        Url url = details.url();
        if (url != null) {
            eventTags.add(EventTag.sourceUrl(url));
        }
        if (releasedUrl != null) {
            eventTags.add(EventTag.sourceUrl(releasedUrl));
        }
        for (Lineage lineage : TextRules.entries(details.lineage())) {
            SourceId other = lineage.source();
            if (other != null) {
                eventTags.add(EventTag.cites(other));
            }
        }
        return eventTags;
    }
}
