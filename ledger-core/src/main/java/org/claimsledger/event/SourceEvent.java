package org.claimsledger.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.claimsledger.event.EventJson.OmittedUnlessSet;
import org.claimsledger.event.LedgerEvent.EventReason;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.TextRules;
import org.claimsledger.value.Url;
import org.jspecify.annotations.Nullable;

/** An event of a source. */
public sealed interface SourceEvent extends LedgerEvent {

    SourceId source();

    /** It says what the desk knows of the source, or a part of it. */
    sealed interface SourceDescribed extends SourceEvent {

        SourceDetails details();

        /** The URL that the source no longer has. */
        @Nullable
        Url releasedUrl();
    }

    /**
     * A source entered the ledger.
     *
     * @param isProtected whether none but editors may know which source it is
     */
    record SourceRegistered(
            SourceId source,
            SourceDetails details,
            @JsonProperty("protected") @OmittedUnlessSet boolean isProtected) implements SourceDescribed {

        /** One that everybody may know. */
        public SourceRegistered(SourceId source, SourceDetails details) {
            this(source, details, false);
        }

        @Override
        public @Nullable Url releasedUrl() {
            return null;
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
            implements SourceDescribed {

        public SourceAmended {
            cleared = TextRules.entriesAt("/cleared", cleared);
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }
    }

    /** The publisher said something about its source. */
    record SourceNoticed(SourceId source, Notice notice) implements SourceEvent {}

    /**
     * The desk took back a notice that it had filed by mistake: from now on its publisher never said so.
     *
     * @param notice the number of the notice among those of the source, from 1, in the order of recording
     */
    record NoticeWithdrawn(
            SourceId source, int notice, @Nullable String reason) implements SourceEvent {

        public NoticeWithdrawn {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }
    }

    /** From now on none but editors may know which source it is, whatever date is read. */
    record SourceProtected(SourceId source, @Nullable String reason) implements SourceEvent {

        public SourceProtected {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }
    }

    /** Everybody may know again which source it is. */
    record SourceDisclosed(SourceId source, @Nullable String reason) implements SourceEvent {

        public SourceDisclosed {
            TextRules.linesAt("/reason", reason, TextRules.NOTE);
        }
    }

    @Override
    default Set<EventTag> tags() {
        Set<EventTag> eventTags = new LinkedHashSet<>();
        eventTags.add(EventTag.source(source()));
        if (this instanceof SourceDescribed described) {
            Stream.of(described.details().url(), described.releasedUrl())
                    .filter(Objects::nonNull)
                    .forEach(url -> eventTags.add(EventTag.sourceUrl(url)));
            described.details().names().forEach(name -> eventTags.add(EventTag.name(name)));
            if (described.details().contentSha256() != null) {
                eventTags.add(EventTag.content(described.details().contentSha256()));
            }
            described.details().publisherSubjects().forEach(subject -> eventTags.add(EventTag.about(subject)));
        }
        citedSources().forEach(source -> eventTags.add(EventTag.cites(source)));
        return eventTags;
    }

    @Override
    default Set<SourceId> citedSources() {
        return switch (this) {
            case SourceDescribed it -> it.details().lineageSources();
            case SourceNoticed it -> Set.of();
            case NoticeWithdrawn it -> Set.of();
            case SourceProtected it -> Set.of();
            case SourceDisclosed it -> Set.of();
        };
    }

    @Override
    default EventReason because() {
        return switch (this) {
            case SourceRegistered it -> EventReason.NONE;
            case SourceAmended it -> EventReason.of(it.reason());
            case SourceNoticed it ->
                EventReason.of(it.notice().note(), it.notice().reasons(), null);
            case NoticeWithdrawn it -> EventReason.of(it.reason());
            case SourceProtected it -> EventReason.of(it.reason());
            case SourceDisclosed it -> EventReason.of(it.reason());
        };
    }

    @Override
    default SourceEvent redacted(HiddenEvidence hidden) {
        SourceId shown = hidden.shownId(source());
        boolean isHidden = hidden.isHidden(source());
        return switch (this) {
            case SourceRegistered it ->
                new SourceRegistered(shown, it.details().redacted(it.source(), hidden), it.isProtected());
            case SourceAmended it ->
                new SourceAmended(
                        shown,
                        it.details().redacted(it.source(), hidden),
                        isHidden
                                ? it.cleared().stream()
                                        .filter("reliability"::equals)
                                        .toList()
                                : it.cleared(),
                        isHidden ? null : it.releasedUrl(),
                        isHidden ? null : it.reason());
            case SourceNoticed it ->
                new SourceNoticed(shown, isHidden ? it.notice().redacted() : it.notice());
            case NoticeWithdrawn it -> new NoticeWithdrawn(shown, it.notice(), isHidden ? null : it.reason());
            case SourceProtected it -> new SourceProtected(shown, isHidden ? null : it.reason());
            case SourceDisclosed it -> new SourceDisclosed(shown, isHidden ? null : it.reason());
        };
    }
}
