package org.claimsledger.desk.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.claimsledger.desk.words.WordDifference.Segment;
import org.claimsledger.desk.words.WordDifference.SegmentKind;
import org.claimsledger.value.RandomTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDifferenceTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
        since about 2006                   | from about 2006 to 2013             | [-since-] [+from+] about 2006 [+to 2013+]
        He was given 15 years.             | He was given 20 years.              | He was given [-15-] [+20+] years.
        The court said no.                 | The court said no.                  | The court said no.
        He gave up the office in 2019.     | He said in 2019 that he gave it up. | He [-gave up the office-] [+said+] in 2019 [+that he gave it up+].
        один два                           | один три                            | один [-два-][+три+]
        """)
    void standsWithinTheText(String before, String after, String marked) {
        assertThat(marked(WordDifference.between(before, after))).isEqualTo(marked);
    }

    @Test
    void whatIsNotGoneIsTheOneAndWhatIsNotNewTheOther() {
        var random = new RandomTexts(1);
        for (int i = 0; i < 2_000; i++) {
            String before = random.any(60);
            String after = random.any(60);
            List<Segment> segments = WordDifference.between(before, after);

            assertThat(bare(without(SegmentKind.REMOVED, segments))).isEqualTo(bare(after));
            assertThat(bare(without(SegmentKind.ADDED, segments))).isEqualTo(bare(before));
        }
    }

    /** Without the spaces, which do not matter in a difference. */
    private static String bare(String text) {
        return text.codePoints()
                .filter(it -> !Character.isWhitespace(it))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String without(SegmentKind segmentKind, List<Segment> segments) {
        return segments.stream()
                .filter(segment -> segment.kind() != segmentKind)
                .map(Segment::text)
                .collect(Collectors.joining());
    }

    private static String marked(List<Segment> segments) {
        return segments.stream()
                .map(segment -> switch (segment.kind()) {
                    case UNCHANGED -> segment.text();
                    case REMOVED -> "[-" + segment.text() + "-]";
                    case ADDED -> "[+" + segment.text() + "+]";
                })
                .collect(Collectors.joining());
    }
}
