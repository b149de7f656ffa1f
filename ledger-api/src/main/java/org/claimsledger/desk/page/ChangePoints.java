package org.claimsledger.desk.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.time.Bound;
import org.claimsledger.time.Edtf;
import org.jspecify.annotations.Nullable;

/** The points at which a page changes, collected while it is made; its sliders stop there. */
public final class ChangePoints {

    private final SortedSet<Long> recorded = new TreeSet<>();
    private final SortedSet<LocalDate> published = new TreeSet<>();
    private final SortedSet<LocalDate> valid = new TreeSet<>();
    private final Set<PresetDate> presetDates = new LinkedHashSet<>();

    /** A date worth reading from, with the reason. */
    public record PresetDate(String label, ViewpointDate date, String text) {}

    public ChangePoints recorded(Collection<Long> positions) {
        recorded.addAll(positions);
        return this;
    }

    /** The beginning and the end of time have no place on a slider. */
    public ChangePoints published(@Nullable Instant reported) {
        if (reported != null && !reported.equals(Instant.MIN) && !reported.equals(Instant.MAX)) {
            published.add(LocalDate.ofInstant(reported, ZoneOffset.UTC));
        }
        return this;
    }

    /** The days on which the date may begin, has surely begun, may be over, and surely is. */
    public ChangePoints valid(@Nullable Edtf edtf) {
        if (edtf != null && edtf.start() instanceof Bound.Between start) {
            day(start.earliestDay());
            day(start.latestDay());
        }
        if (edtf != null && edtf.end() instanceof Bound.Between end) {
            after(end.earliestDay());
            after(end.latestDay());
        }
        return this;
    }

    public ChangePoints preset(String label, ViewpointDate date, String text) {
        presetDates.add(new PresetDate(label, date, text));
        return this;
    }

    /** Offers the viewpoint before the last change, unless that was the first event. */
    public ChangePoints beforeLastChange(long position) {
        return position > 1 ? preset("Before the last change", ViewpointDate.RECORDED, "@" + (position - 1)) : this;
    }

    private void day(LocalDate day) {
        if (day.getYear() > -10_000 && day.getYear() < 10_000) {
            valid.add(day);
        }
    }

    private void after(LocalDate day) {
        if (!day.equals(LocalDate.MAX)) {
            day(day.plusDays(1));
        }
    }

    SortedSet<Long> recorded() {
        return recorded;
    }

    SortedSet<LocalDate> published() {
        return published;
    }

    SortedSet<LocalDate> valid() {
        return valid;
    }

    List<PresetDate> presets() {
        return new ArrayList<>(presetDates);
    }
}
