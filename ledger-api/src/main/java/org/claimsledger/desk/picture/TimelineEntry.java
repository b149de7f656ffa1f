package org.claimsledger.desk.picture;

import java.time.Instant;
import org.claimsledger.desk.words.StatusMark;
import org.claimsledger.time.Edtf;
import org.jspecify.annotations.Nullable;

/**
 * What a timeline can show of a claim.
 *
 * @param lane the theme that it belongs to
 * @param said what and its value
 * @param published when it counts as published
 * @param recorded when we recorded it
 */
public record TimelineEntry(
        String lane,
        String text,
        String href,
        StatusMark mark,
        @Nullable Edtf valid,
        Instant published,
        Instant recorded) {}
