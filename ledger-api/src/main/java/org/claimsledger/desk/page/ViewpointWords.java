package org.claimsledger.desk.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.desk.words.InstantWords;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Viewpoint;

/** The viewpoint of a page, in words. */
public final class ViewpointWords {

    private ViewpointWords() {}

    /** The name of one of the dates. */
    public static String label(ViewpointDate date) {
        return switch (date) {
            case RECORDED -> "Recorded by";
            case PUBLISHED -> "Published by";
            case VALID -> "In force on";
        };
    }

    /** {@code Reading what was recorded by 22 November 2026 and what was in force on 1 June 2014.} */
    public static String sentence(PageViewpoint viewpoint) {
        List<String> parts =
                parts(viewpoint, "what was recorded by ", "what had been published by ", "what was in force on ");
        return parts.isEmpty() ? "Reading the ledger as it stands now." : "Reading " + Phrases.listed(parts) + ".";
    }

    /** {@code recorded by 22 November 2026, in force on 1 June 2014}, or {@code now}. */
    public static String brief(PageViewpoint viewpoint) {
        List<String> parts = parts(viewpoint, "recorded by ", "published by ", "in force on ");
        return parts.isEmpty() ? "now" : String.join(", ", parts);
    }

    private static List<String> parts(PageViewpoint viewpoint, String recorded, String published, String inForce) {
        Viewpoint resolved = viewpoint.resolved();
        List<String> parts = new ArrayList<>();
        if (viewpoint.requested().text(ViewpointDate.RECORDED) != null) {
            parts.add(recorded + recordedBy(viewpoint));
        }
        Instant publishedBy = resolved.publishedBy();
        if (publishedBy != null) {
            parts.add(published + InstantWords.inclusive(publishedBy));
        }
        LocalDate validOn = resolved.validOn();
        if (validOn != null) {
            parts.add(inForce + DateInWords.day(validOn));
        }
        return parts;
    }

    private static String recordedBy(PageViewpoint viewpoint) {
        Instant recordedAt = viewpoint.resolved().recordedAt();
        String text = Objects.requireNonNullElse(viewpoint.requested().text(ViewpointDate.RECORDED), "");
        if (recordedAt == null) {
            return "the beginning, when there was nothing";
        }
        if (text.startsWith("@")) {
            return "event " + Phrases.figure(viewpoint.position()) + " of " + InstantWords.day(recordedAt);
        }
        return text.indexOf('T') < 0 ? DateInWords.day(LocalDate.parse(text)) : text;
    }
}
