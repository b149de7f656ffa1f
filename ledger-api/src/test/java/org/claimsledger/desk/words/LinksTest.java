package org.claimsledger.desk.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.claimsledger.api.viewpoint.ViewpointDate;
import org.claimsledger.api.viewpoint.ViewpointParameters;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final ViewpointParameters PAST = new ViewpointParameters(Map.of(
            ViewpointDate.VALID,
            "2014-06-01",
            ViewpointDate.RECORDED,
            "@41",
            ViewpointDate.PUBLISHED,
            "2013-12-31T10:00:00+02:00"));

    @Test
    void atNowAnAddressIsItsPath() {
        assertThat(new Links(ViewpointParameters.NOW).claim("otembaev-sentence"))
                .isEqualTo("/claims/otembaev-sentence");
    }

    @Test
    void theViewpointStandsInTheOrderOfTheClocksAndCanBeReadByPeople() {
        assertThat(new Links(PAST).subject("rakhat-aliev"))
                .isEqualTo(
                        "/subjects/rakhat-aliev?asOf=@41&publishedBy=2013-12-31T10:00:00%2B02:00&validOn=2014-06-01");
    }

    @Test
    void whatAPageAsksForStandsBefore() {
        assertThat(new Links(PAST.with(ViewpointDate.PUBLISHED, null)).to("/search", "q", "Әлиев & sons"))
                .isEqualTo("/search?q=%D3%98%D0%BB%D0%B8%D0%B5%D0%B2+%26+sons&asOf=@41&validOn=2014-06-01");
    }

    @Test
    void aClockThatIsNamedGoesBeforeTheViewpoint() {
        assertThat(new Links(PAST).to("/compare", "asOf", "@7")).startsWith("/compare?asOf=@7&");
    }

    @Test
    void atAnotherViewpointNothingOfThisOneIsKept() {
        assertThat(Links.at(ViewpointParameters.NOW, "/search", Map.of("q", "x")))
                .isEqualTo("/search?q=x");
    }
}
