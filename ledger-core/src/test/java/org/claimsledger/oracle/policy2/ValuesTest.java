package org.claimsledger.oracle.policy2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.oracle.policy2.Desk.amount;
import static org.claimsledger.oracle.policy2.Desk.between;
import static org.claimsledger.oracle.policy2.Desk.date;
import static org.claimsledger.oracle.policy2.Desk.flag;
import static org.claimsledger.oracle.policy2.Desk.none;
import static org.claimsledger.oracle.policy2.Desk.number;
import static org.claimsledger.oracle.policy2.Desk.somebody;
import static org.claimsledger.oracle.policy2.Desk.term;
import static org.claimsledger.oracle.policy2.Desk.text;
import static org.claimsledger.oracle.policy2.Desk.unknown;

import java.util.List;
import org.claimsledger.oracle.policy2.Given.Claim;
import org.claimsledger.oracle.policy2.Given.Link;
import org.claimsledger.oracle.policy2.Values.Stand;
import org.claimsledger.value.Quantity.BoundKind;
import org.claimsledger.value.Value;
import org.junit.jupiter.api.Test;

/** R4, kind by kind. */
class ValuesTest {

    private final Desk desk = Desk.happening();

    private Stand stand(Value a, Value b) {
        Values values = new Values(desk.given());
        assertThat(values.r4(b, a)).isEqualTo(values.r4(a, b).reversed());
        return values.r4(a, b);
    }

    @Test
    void noneIsZeroAndExcludesAllElse() {
        assertThat(stand(none(), number("0"))).isEqualTo(Stand.SAME);
        assertThat(stand(none(), number(BoundKind.AT_MOST, "5"))).isEqualTo(Stand.IMPLIES);
        assertThat(stand(none(), number("1"))).isEqualTo(Stand.EXCLUDES);
        assertThat(stand(none(), term("a"))).isEqualTo(Stand.EXCLUDES);
        assertThat(stand(none(), unknown())).isEqualTo(Stand.EXCLUDES);
    }

    @Test
    void everyValueImpliesUnknown() {
        assertThat(stand(term("a"), unknown())).isEqualTo(Stand.IMPLIES);
        assertThat(stand(unknown(), unknown())).isEqualTo(Stand.SAME);
    }

    @Test
    void unitsAreConverted() {
        assertThat(stand(amount("24", "mo"), amount("2", "a"))).isEqualTo(Stand.SAME);
        assertThat(stand(amount("3", "kg"), amount("2", "a"))).isEqualTo(Stand.APART);
        assertThat(stand(amount("3", "USD"), amount("3", "EUR"))).isEqualTo(Stand.APART);
    }

    @Test
    void spansContainExcludeOrOverlap() {
        assertThat(stand(number("31"), number(BoundKind.ABOUT, "30"))).isEqualTo(Stand.IMPLIES);
        assertThat(stand(number("34"), number(BoundKind.ABOUT, "30"))).isEqualTo(Stand.EXCLUDES);
        assertThat(stand(number("30"), number(BoundKind.MORE_THAN, "30"))).isEqualTo(Stand.EXCLUDES);
        assertThat(stand(between("1", "3"), between("2", "4"))).isEqualTo(Stand.COMPATIBLE);
    }

    @Test
    void aMeasuredAmountImpliesWhatItIsRoundedTo() {
        assertThat(stand(number("1234"), number("1200"))).isEqualTo(Stand.EXCLUDES);
        desk.measured();
        assertThat(stand(number("1234"), number("1200"))).isEqualTo(Stand.IMPLIES);
        assertThat(stand(number("1260"), number("1200"))).isEqualTo(Stand.EXCLUDES);
    }

    @Test
    void anInstantImpliesTheDayOfAPlaceAnywhereOnEarth() {
        assertThat(stand(date("1985-04-13T03:20:30Z"), date("1985-04-12"))).isEqualTo(Stand.IMPLIES);
        assertThat(stand(date("1985-04-11T10:00:00Z"), date("1985-04-12"))).isEqualTo(Stand.IMPLIES);
        assertThat(stand(date("1985-04-11T09:59:59Z"), date("1985-04-12"))).isEqualTo(Stand.EXCLUDES);
        assertThat(stand(date("1985-04-13T12:00:00Z"), date("1985-04-12"))).isEqualTo(Stand.EXCLUDES);
    }

    @Test
    void datesAreSpansOfDays() {
        assertThat(stand(date("2019-03-12"), date("2019-03"))).isEqualTo(Stand.IMPLIES);
        assertThat(stand(date("2019-03"), date("2019-04"))).isEqualTo(Stand.EXCLUDES);
        assertThat(stand(date("2019-03~"), date("2019-04~"))).isEqualTo(Stand.COMPATIBLE);
    }

    @Test
    void aTermImpliesEveryTermAboveIt() {
        desk.term("murder", "homicide").term("homicide", "violent");
        assertThat(stand(term("murder"), term("violent"))).isEqualTo(Stand.IMPLIES);
        assertThat(stand(term("murder"), term("suicide"))).isEqualTo(Stand.EXCLUDES);
    }

    @Test
    void textsAreNeverAtOdds() {
        assertThat(stand(text("one"), text("other"))).isEqualTo(Stand.APART);
        assertThat(stand(text("one"), text("one"))).isEqualTo(Stand.SAME);
    }

    @Test
    void flagsAndSubjectsAreTheSameOrExclude() {
        desk.subject("person-a").subject("person-b").merge("person-b", "person-a");
        assertThat(stand(flag(true), flag(false))).isEqualTo(Stand.EXCLUDES);
        assertThat(stand(somebody("person-a"), somebody("person-b"))).isEqualTo(Stand.SAME);
        assertThat(stand(somebody("person-a"), somebody("person-c"))).isEqualTo(Stand.EXCLUDES);
    }

    @Test
    void whatTheDeskRecordedGoesBeforeTheValues() {
        desk.claim("c1", text("one")).supports("agency-a", "2020");
        desk.claim("c2", text("other")).supports("agency-a", "2020").link(Link.SAME_AS, "c1");
        desk.claim("c3", text("one")).supports("agency-a", "2020").link(Link.CONTRADICTS, "c1");
        List<Claim> claims = desk.given().claims();
        Values values = new Values(desk.given());
        assertThat(values.r4(claims.get(0), claims.get(1))).isEqualTo(Stand.SAME);
        assertThat(values.r4(claims.get(0), claims.get(2))).isEqualTo(Stand.EXCLUDES);
    }
}
