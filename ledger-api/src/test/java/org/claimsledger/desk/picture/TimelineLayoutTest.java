package org.claimsledger.desk.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.api.viewpoint.ViewpointParameters;
import org.claimsledger.desk.page.PageViewpoint;
import org.claimsledger.desk.picture.Timeline.BarShape;
import org.claimsledger.desk.picture.Timeline.SizeClass;
import org.claimsledger.desk.picture.TimelineLayout.TimelineEntry;
import org.claimsledger.desk.words.StatusMark;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.Viewpoint;
import org.junit.jupiter.api.Test;

class TimelineLayoutTest {

    private static final Instant RECORDED = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static PageViewpoint at(ViewpointParameters viewpointParameters, LocalDate validOn) {
        return new PageViewpoint(viewpointParameters, new Viewpoint(10, RECORDED, null, validOn, TODAY), 10, RECORDED);
    }

    private static Timeline drawn(String... dates) {
        List<TimelineEntry> timelineEntries = Stream.of(dates)
                .map(date -> new TimelineEntry(
                        "Cases",
                        "sentenced to 20 years",
                        "/claims/a",
                        new StatusMark("◐", "supported"),
                        date.isEmpty() ? null : Edtf.parse(date),
                        Instant.parse("2008-03-31T23:59:59.999999Z"),
                        RECORDED))
                .toList();
        return TimelineLayout.of(timelineEntries, at(ViewpointParameters.NOW, null), SizeClass.WIDE);
    }

    private static BarShape shape(String date) {
        return drawn(date).lanes().getFirst().rows().getFirst().shape();
    }

    @Test
    void exactDatesHaveHardEnds() {
        BarShape barShape = shape("2006-05-01/2013-06-30");

        assertThat(barShape.fadeIn()).isZero();
        assertThat(barShape.fadeOut()).isZero();
        assertThat(barShape.solid()).isPositive();
        assertThat(barShape.moment()).isFalse();
    }

    @Test
    void fuzzyDatesFadeInAndOut() {
        BarShape barShape = shape("2006~/2013");

        assertThat(barShape.fadeIn()).isGreaterThan(barShape.fadeOut()).isPositive();
        assertThat(barShape.fadeOut()).isPositive();
        assertThat(barShape.solid()).isPositive();
        assertThat(barShape.begin()).isLessThan(barShape.sure());
    }

    @Test
    void aLoneDateIsAMomentSomewhereBetweenItsEnds() {
        BarShape barShape = shape("2006~");

        assertThat(barShape.moment()).isTrue();
        assertThat(barShape.middle()).isBetween(barShape.begin(), barShape.end());
    }

    @Test
    void whatHasNoEndGoesOnToTheEdgeAndWhatHasAnUnknownOneFadesAllTheWay() {
        BarShape open = shape("2008-03/..");
        BarShape unknown = shape("2008-03/");

        assertThat(open.fadeOut()).isZero();
        assertThat(open.openRight()).isTrue();
        assertThat(unknown.end()).isEqualTo(open.end());
        assertThat(unknown.solid()).isZero();
        assertThat(unknown.fadeOut()).isPositive();
    }

    @Test
    void whereBothEndsAreFuzzyAndMeetNothingIsSolid() {
        assertThat(shape("2006~/2007~").solid()).isZero();
    }

    @Test
    void theHeadOfALongHistoryIsDrawnAndWhatIsLeftOutIsCounted() {
        String[] many = Stream.generate(() -> "2008").limit(60).toArray(String[]::new);

        Timeline timeline = drawn(many);

        assertThat(timeline.lanes().getFirst().rows()).hasSize(40);
        assertThat(timeline.omitted()).isEqualTo(20);
    }

    @Test
    void claimsWithoutADateAreNotInThePicture() {
        Timeline timeline = drawn("", "../..", "2008");

        assertThat(timeline.lanes().getFirst().rows()).hasSize(1);
        assertThat(timeline.omitted()).isEqualTo(2);
    }

    @Test
    void datesBeyondReasonDoNotSqueezeTheOthers() {
        List<Integer> widths = drawn("Y-170000002/2013", "2008/2013").lanes().getFirst().rows().stream()
                .map(row -> row.shape().end() - row.shape().sure())
                .toList();

        assertThat(widths.get(1)).isGreaterThan(50);
    }

    @Test
    void aLineStandsForEachClockThatIsSet() {
        ViewpointParameters viewpointParameters =
                new ViewpointParameters(Map.of(ViewpointDate.RECORDED, "@10", ViewpointDate.VALID, "2010-06-01"));
        TimelineEntry timelineEntry = new TimelineEntry(
                "Cases", "x", "/", new StatusMark("●", "corroborated"), Edtf.parse("2008"), RECORDED, RECORDED);

        Timeline timeline = TimelineLayout.of(
                List.of(timelineEntry), at(viewpointParameters, LocalDate.of(2010, 6, 1)), SizeClass.NARROW);

        assertThat(timeline.dateLines())
                .extracting(Timeline.DateLine::label)
                .containsExactly("recorded 22 Nov 2026", "in force 1 Jun 2010");
    }

    @Test
    void thePictureIsAlsoToldInText() {
        assertThat(drawn("2006~/2013").lanes().getFirst().rows().getFirst().title())
                .isEqualTo("sentenced to 20 years, from about 2006 to 2013: supported. Published 31 Mar 2008, recorded"
                        + " 22 Nov 2026.");
    }
}
