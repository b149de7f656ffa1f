package org.claimsledger.desk.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.claimsledger.desk.clock.Asked;
import org.claimsledger.desk.clock.Clock;
import org.claimsledger.desk.clock.Standpoint;
import org.claimsledger.desk.picture.Timeline.Form;
import org.claimsledger.desk.picture.Timeline.Shape;
import org.claimsledger.desk.words.Mark;
import org.claimsledger.time.Edtf;
import org.claimsledger.time.Viewpoint;
import org.junit.jupiter.api.Test;

class TimelinesTest {

    private static final Instant RECORDED = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Standpoint at(Asked asked, LocalDate validOn) {
        return new Standpoint(asked, new Viewpoint(10, RECORDED, null, validOn, TODAY), 10, RECORDED);
    }

    private static Timeline drawn(String... dates) {
        List<Fact> facts = Stream.of(dates)
                .map(date -> new Fact(
                        "Cases",
                        "sentenced to 20 years",
                        "/claims/a",
                        new Mark("◐", "supported"),
                        date.isEmpty() ? null : Edtf.parse(date),
                        Instant.parse("2008-03-31T23:59:59.999999Z"),
                        RECORDED))
                .toList();
        return Timelines.of(facts, at(Asked.NOW, null), Form.WIDE);
    }

    private static Shape shape(String date) {
        return drawn(date).lanes().getFirst().rows().getFirst().shape();
    }

    @Test
    void whatIsKnownExactlyHasHardEnds() {
        Shape shape = shape("2006-05-01/2013-06-30");

        assertThat(shape.fadeIn()).isZero();
        assertThat(shape.fadeOut()).isZero();
        assertThat(shape.solid()).isPositive();
        assertThat(shape.moment()).isFalse();
    }

    @Test
    void whatIsFuzzyFadesInAndOut() {
        Shape shape = shape("2006~/2013");

        assertThat(shape.fadeIn()).isGreaterThan(shape.fadeOut()).isPositive();
        assertThat(shape.fadeOut()).isPositive();
        assertThat(shape.solid()).isPositive();
        assertThat(shape.begin()).isLessThan(shape.sure());
    }

    @Test
    void aLoneDateIsAMomentSomewhereBetweenItsEnds() {
        Shape shape = shape("2006~");

        assertThat(shape.moment()).isTrue();
        assertThat(shape.middle()).isBetween(shape.begin(), shape.end());
    }

    @Test
    void whatHasNoEndGoesOnToTheEdgeAndWhatHasAnUnknownOneFadesAllTheWay() {
        Shape open = shape("2008-03/..");
        Shape unknown = shape("2008-03/");

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
        assertThat(timeline.left()).isEqualTo(20);
    }

    @Test
    void whatNobodyDatesIsNotInThePicture() {
        Timeline timeline = drawn("", "../..", "2008");

        assertThat(timeline.lanes().getFirst().rows()).hasSize(1);
        assertThat(timeline.left()).isEqualTo(2);
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
        Asked asked = new Asked(Map.of(Clock.RECORDED, "@10", Clock.VALID, "2010-06-01"));
        Fact fact = new Fact("Cases", "x", "/", new Mark("●", "corroborated"), Edtf.parse("2008"), RECORDED, RECORDED);

        Timeline timeline = Timelines.of(List.of(fact), at(asked, LocalDate.of(2010, 6, 1)), Form.NARROW);

        assertThat(timeline.hands())
                .extracting(Timeline.Hand::label)
                .containsExactly("recorded 22 Nov 2026", "in force 1 Jun 2010");
    }

    @Test
    void whoCannotSeeThePictureIsToldTheSame() {
        assertThat(drawn("2006~/2013").lanes().getFirst().rows().getFirst().title())
                .isEqualTo("sentenced to 20 years, from about 2006 to 2013: supported. Published 31 Mar 2008, recorded"
                        + " 22 Nov 2026.");
    }
}
