package org.claimsledger.desk.picture;

import java.time.Instant;
import org.claimsledger.desk.words.StatusMark;
import org.claimsledger.time.Edtf;
import org.jspecify.annotations.Nullable;

/**
 * A claim to draw on a timeline.
 *
 * @param lane its theme
 * @param text its predicate and value
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
