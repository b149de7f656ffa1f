package org.claimsledger.desk.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimsledger.desk.words.Instants;
import org.claimsledger.desk.words.Words;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Viewpoint;

/** From where a page reads, in words. */
public final class StandpointWords {

    private StandpointWords() {}

    /** {@code Reading what was recorded by 22 November 2026 and what was in force on 1 June 2014.} */
    public static String sentence(Standpoint at) {
        List<String> parts = parts(at, "what was recorded by ", "what had been published by ", "what was in force on ");
        return parts.isEmpty() ? "Reading the ledger as it stands now." : "Reading " + Words.listed(parts) + ".";
    }

    /** {@code recorded by 22 November 2026, in force on 1 June 2014}, or {@code now}. */
    public static String brief(Standpoint at) {
        List<String> parts = parts(at, "recorded by ", "published by ", "in force on ");
        return parts.isEmpty() ? "now" : String.join(", ", parts);
    }

    private static List<String> parts(Standpoint at, String recorded, String published, String inForce) {
        Viewpoint viewpoint = at.viewpoint();
        List<String> parts = new ArrayList<>();
        if (at.asked().text(Clock.RECORDED) != null) {
            parts.add(recorded + recordedBy(at));
        }
        Instant publishedBy = viewpoint.publishedBy();
        if (publishedBy != null) {
            parts.add(published + Instants.inclusive(publishedBy));
        }
        LocalDate validOn = viewpoint.validOn();
        if (validOn != null) {
            parts.add(inForce + DateInWords.day(validOn));
        }
        return parts;
    }

    private static String recordedBy(Standpoint at) {
        Instant recordedAt = at.viewpoint().recordedAt();
        String text = Objects.requireNonNullElse(at.asked().text(Clock.RECORDED), "");
        if (recordedAt == null) {
            return "the beginning, when there was nothing";
        }
        if (text.startsWith("@")) {
            return "event " + Words.figure(at.position()) + " of " + Instants.day(recordedAt);
        }
        return text.indexOf('T') < 0 ? DateInWords.day(LocalDate.parse(text)) : text;
    }
}
