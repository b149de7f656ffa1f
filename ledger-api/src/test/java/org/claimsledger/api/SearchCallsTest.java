package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.api.RefusalAssertions.assertRefused;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.api.RunningLedger.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Searching for subjects, claims and sources as a client does. */
class SearchCallsTest {

    @TempDir
    static Path folder;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.in(folder);
        ledger.importLines("""
            {"op":"register_source","id":"first-report","kind":"news_report","title":"Ночные новости Алматы",\
            "publisher":"The Steppe Herald","authors":["Assel Sadvakasova"],"published":"2007-05",\
            "url":"https://news.example.org/2007/steppe-trial?id=42"}\
            """, """
            {"op":"register_source","id":"late-report","kind":"ngo_report","title":"A second look at the trial",\
            "publisher":"Watch","published":"2015"}\
            """, """
            {"op":"define_predicate","key":"sentenced","valueKinds":["text"],"cardinality":"many"}\
            """, """
            {"op":"define_predicate","key":"held_office","valueKinds":["text"],"cardinality":"many"}\
            """, """
            {"op":"register_subject","id":"yerkin","kind":"person","name":"Еркін Қайырбеков",\
            "alsoKnownAs":["Yerkin Kaiyrbekov"]}\
            """, """
            {"op":"register_subject","id":"kairbekova","kind":"person","name":"Gulnara Kairbekova"}\
            """, """
            {"op":"register_subject","id":"the-city","kind":"place","name":"Kairbek"}\
            """, """
            {"op":"assert_claim","id":"prison","subject":"yerkin","predicate":"sentenced","value":{"text":"nine years"},\
            "statement":"He got nine years in a colony near Karaganda.",\
            "evidence":{"source":"first-report","quote":{"exact":"суд приговорил его к девяти годам"}}}\
            """, """
            {"op":"assert_claim","id":"office","subject":"kairbekova","predicate":"held_office",\
            "value":{"text":"deputy"},"statement":"She sat in parliament for nine months.",\
            "evidence":{"source":"late-report","quote":{"exact":"哈萨克斯坦议会的前议员"}}}\
            """);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Yerkin Kaiyrbekov, exact",
        "yerkin KAIYRBEKOV, letters",
        "Kaiyrbekov Yerkin, order",
        "Еркин Кайырбеков, ",
        "Erkin Kairbekov, ",
        "E. Kairbekov, ",
        "Yerkin Kaiyrbekv, ",
        "Yerkin Kaiyrb, beginning"
    })
    void aSubjectIsFoundByItsNameInAnySpelling(String q, String way) {
        JsonNode first = search("/subjects", q).getFirst();

        assertThat(first.path("id").stringValue()).isEqualTo("yerkin");
        JsonNode match = first.path("match");
        assertThat(match.path("subject").stringValue()).isEqualTo("yerkin");
        assertThat(match.path("name").stringValue()).isIn("Еркін Қайырбеков", "Yerkin Kaiyrbekov");
        assertThat(match.path("score").doubleValue()).isBetween(0.5, 1.0);
        if (way != null) {
            assertThat(match.path("way").stringValue()).isEqualTo(way);
        }
    }

    @Test
    void theVeryNameComesFirst() {
        List<JsonNode> found = search("/subjects", "Kairbek");

        assertThat(ids(found)).startsWith("the-city");
        assertThat(found.getFirst().at("/match/score").doubleValue()).isEqualTo(1);
        assertThat(found)
                .extracting(it -> it.at("/match/score").doubleValue())
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void subjectsOfOneKindAreFoundAndListedAlone() {
        assertThat(ids(search("/subjects", "Kairbek", "&kind=place"))).containsExactly("the-city");
        assertThat(ids(all("/subjects?kind=place"))).containsExactly("the-city");
        assertThat(ids(all("/sources?kind=ngo_report"))).containsExactly("late-report");
        assertThat(ids(search("/sources", "trial", "&kind=ngo_report"))).containsExactly("late-report");
        assertRefused(ledger, 400, "invalid_parameter", () -> ledger.get("/subjects?q=a&kind=planet"));
    }

    @Test
    void aMergedSubjectIsFoundAsTheKeptOneAndASplitRestoresItAndEarlierDatesShowTwo() {
        made("/subjects", "{'id':'kept-one','kind':'person','name':'Zhanna Ospanova'}");
        made("/subjects", "{'id':'absorbed-one','kind':'person','name':'Жания Торегожина'}");
        made(
                "/claims",
                "{'id':'of-the-absorbed','subject':'absorbed-one','predicate':'held_office',"
                        + "'value':{'text':'judge'},'evidence':{'source':'late-report'}}");
        long before = ledger.head();
        made("/subjects/kept-one/merge", "{'absorb':'absorbed-one'}");
        long merged = ledger.head();

        JsonNode found = search("/subjects", "Zhaniya Toregozhina").getFirst();
        assertThat(found.path("id").stringValue()).isEqualTo("kept-one");
        assertThat(found.at("/match/subject").stringValue()).isEqualTo("absorbed-one");
        assertThat(ids(search("/claims", "Ospanova judge"))).containsExactly("of-the-absorbed");
        assertThat(ids(search("/subjects", "Zhaniya Toregozhina", "&asOf=@" + before)))
                .startsWith("absorbed-one");
        assertThat(ids(search("/claims", "Ospanova judge", "&asOf=@" + before))).isEmpty();

        made("/subjects/kept-one/split", "{'restore':'absorbed-one'}");
        assertThat(ids(search("/subjects", "Zhaniya Toregozhina"))).startsWith("absorbed-one");
        assertThat(ids(search("/claims", "Ospanova judge"))).isEmpty();
        assertThat(ids(search("/claims", "Toregozhina judge"))).containsExactly("of-the-absorbed");
        assertThat(ids(search("/claims", "Ospanova judge", "&asOf=@" + merged))).containsExactly("of-the-absorbed");
    }

    @ParameterizedTest
    @CsvSource({
        "colony, prison, statement",
        "КОЛОНИ, '', ",
        "приговорил, prison, quote",
        "девят, prison, quote",
        "nine colony, prison, statement",
        "Кайырбеков, prison office, name",
        "Kairbekov nine, prison office, name",
        "deputy, office, value",
        "前议员, office, quote",
        "nine parliament, office, statement",
        "nine nowhere, '', "
    })
    void aClaimIsFoundByWordsOfItsTextsAndNamesAndSaysWhere(String q, String id, String field) {
        List<JsonNode> found = search("/claims", q);

        assertThat(String.join(" ", ids(found))).isEqualTo(id);
        if (field != null) {
            assertThat(found.getFirst().at("/match/fields").findValuesAsString("field"))
                    .contains(field);
        }
    }

    @Test
    void highlightsAreTheWordsThatWereFoundInUnitsOfTheText() {
        JsonNode fields = search("/claims", "девятИ YEARS").getFirst().at("/match/fields");

        List<String> highlighted = new ArrayList<>();
        for (JsonNode field : fields) {
            String text = field.path("text").stringValue();
            for (JsonNode each : field.path("highlights")) {
                highlighted.add(field.path("field").stringValue() + " "
                        + field.path("of").stringValue("-") + " "
                        + text.substring(
                                each.path("from").intValue(), each.path("to").intValue()));
            }
        }
        assertThat(highlighted).containsExactly("statement - years", "value - years", "quote e1 девяти");
    }

    @Test
    void wordsThatStandTogetherComeFirstThenWholeWordsThenTheRest() {
        made("/subjects", "{'id':'ranked','kind':'case','name':'The ranked case'}");
        for (String statement : new String[] {"oaken doors", "an oak and its door", "a door of oak", "the oak door"}) {
            made(
                    "/claims",
                    "{'id':'%s','subject':'ranked','predicate':'held_office','value':{'text':'x'},'statement':'%s',"
                                    .formatted(statement.replace(' ', '-'), statement)
                            + "'evidence':{'source':'late-report'}}");
        }
        assertThat(ids(search("/claims", "oak door")))
                .containsExactly("the-oak-door", "an-oak-and-its-door", "a-door-of-oak", "oaken-doors");
        List<String> paged = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = ledger.get("/claims?q=oak+door&limit=1" + next).json();
            paged.addAll(ids(items(page)));
            made(
                    "/claims/oaken-doors/evidence",
                    "{'source':'late-report','stance':'supports','locator':'%s',".formatted(paged.size())
                            + "'modality':'alleged','attribution':['w%s'],".formatted(paged.size())
                            + "'quote':{'exact':'an oak door'}}");
            next = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").stringValue();
        } while (!next.isEmpty());
        assertThat(paged)
                .as("a list is fixed to its position")
                .containsExactly("the-oak-door", "an-oak-and-its-door", "a-door-of-oak", "oaken-doors");
        assertThat(ids(search("/claims", "oak door")))
                .containsExactly("oaken-doors", "the-oak-door", "an-oak-and-its-door", "a-door-of-oak");
    }

    @Test
    void searchesFindNothingThatWasPublishedLater() {
        assertThat(ids(search("/claims", "nine", "&publishedBy=2010-01-01"))).containsExactly("prison");
        assertThat(ids(search("/claims", "nine", "&publishedBy=2006-01-01"))).isEmpty();
        assertThat(ids(search("/claims", "nine", "&asOf=@5"))).isEmpty();
    }

    @Test
    void wordsAndFiltersHaveToBeMetTogether() {
        assertThat(ids(search("/claims", "nine"))).containsExactly("prison", "office");
        assertThat(ids(search("/claims", "nine", "&predicate=held_office"))).containsExactly("office");
        assertThat(ids(search("/claims", "nine", "&subject=yerkin"))).containsExactly("prison");
        assertThat(ids(search("/claims", "nine", "&source=late-report"))).containsExactly("office");
        assertThat(ids(search("/claims", "nine", "&status=disputed"))).isEmpty();
        assertThat(ids(search("/claims", "nine", "&verdict=verified"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "новости, title",
        "НОЧНЫЕ нов, title",
        "herald, publisher",
        "sadvakasova, author",
        "https://news.example.org/2007/steppe-trial?id=42, url",
        "example.org, url",
        "herald steppe trial, url"
    })
    void aSourceIsFoundByItsTitlePublisherAuthorsAndUrl(String q, String field) {
        List<JsonNode> found = search("/sources", q);

        assertThat(ids(found)).containsExactly("first-report");
        assertThat(found.getFirst().at("/match/fields").findValuesAsString("field"))
                .contains(field);
    }

    @Test
    void aFormerTitleOfASourceIsFoundOnlyAsOfItsTime() {
        made("/sources", "{'id':'renamed','kind':'book','title':'Old quincunx'}");
        long before = ledger.head();
        made("/sources/renamed/amendments", "{'title':'New rhombus'}");

        assertThat(ids(search("/sources", "rhombus"))).containsExactly("renamed");
        assertThat(ids(search("/sources", "quincunx"))).isEmpty();
        assertThat(ids(search("/sources", "quincunx", "&asOf=@" + before))).containsExactly("renamed");
        assertThat(ids(search("/sources", "rhombus", "&asOf=@" + before))).isEmpty();
    }

    @Test
    void aWriteIsFoundByTheNextSearchOfTheSameClient() {
        for (int i = 0; i < 50; i++) {
            made("/subjects", "{'id':'fresh-%d','kind':'person','name':'Freshly Named%d'}".formatted(i, i));
            assertThat(ids(search("/subjects", "Freshly Named" + i))).startsWith("fresh-" + i);
        }
    }

    @Test
    void listsWithoutASearchAreInTheOrderOfRecordingAndHaveNoMatch() {
        List<JsonNode> all = all("/subjects");
        assertThat(ids(all)).startsWith("yerkin", "kairbekova", "the-city");
        assertThat(all).allSatisfy(it -> assertThat(it.has("match")).isFalse());
        assertThat(ids(all("/claims"))).startsWith("prison", "office");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "я",
                "1",
                "AND",
                "OR NOT AND",
                "*",
                "?",
                "*:*",
                "a*",
                "~",
                "\"",
                "(",
                ")",
                ":",
                "name_word:a",
                "+a -b",
                "[a TO z]",
                "{",
                "/.*/",
                "\\",
                "^2",
                "a~2",
                "&&",
                "||",
                "!",
                "<script>",
                "' or 1=1 --",
                "%",
                "_",
                "😀",
                "😀😀 yerkin",
                "🇰🇿",
                "Yerkin Кайырбеков عربي 纳扎尔",
                "\u202eنيكري",
                "محمد بن علي",
                "\u200b",
                "a\u200bb",
                "\u0000",
                "\ufffd",
                "\ufeffyerkin",
                "ﷺ",
                "½",
                "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
                "ก็็็็็็็็็็็็็็็",
                "AND AND AND"
            })
    void everySearchTextIsAnswered(String q) {
        for (String list : new String[] {"/subjects", "/claims", "/sources", "/predicates"}) {
            Answer answer = ledger.get(list + "?q=" + encoded(q));
            assertThat(answer.status()).as("%s %s: %s", list, q, answer.text()).isEqualTo(200);
            assertThat(answer.json().path("next").isNull()).isTrue();
        }
    }

    @Test
    void aQueryOfAnyLengthIsAnsweredOrRefused() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 160; i++) {
            words.append((char) ('a' + i % 26)).append((char) ('a' + i / 26)).append(' ');
        }
        for (String list : new String[] {"/subjects", "/claims", "/sources"}) {
            assertThat(ledger.get(list + "?q=" + "a".repeat(500)).status()).isEqualTo(200);
            assertThat(ledger.get(list + "?q=" + encoded("я".repeat(500))).status())
                    .isEqualTo(200);
            assertThat(ledger.get(list + "?q=" + encoded("总".repeat(500))).status())
                    .isEqualTo(200);
            assertThat(ledger.get(list + "?q=" + encoded("a ".repeat(250))).status())
                    .isEqualTo(200);
            assertRefused(ledger, 400, "invalid_parameter", () -> ledger.get(list + "?q=" + "a".repeat(501)));
            assertRefused(ledger, 400, "invalid_parameter", () -> ledger.get(list + "?q=" + "a".repeat(10_000)));
            assertRefused(ledger, 400, "bad_request", () -> ledger.get(list + "?q=" + "a".repeat(20_000)));
            assertRefused(ledger, 400, "invalid_parameter", () -> ledger.get(list + "?q=" + encoded(words.toString())));
            assertRefused(ledger, 400, "invalid_parameter", () -> ledger.get(list + "?q=%ed%a0%80"));
        }
    }

    @Test
    void aCursorGoesOnWithItsOwnSearchOnly() {
        String cursor = ledger.get("/claims?q=nine&limit=1").json().path("next").stringValue();
        for (String other : new String[] {"/claims?q=ten&cursor=", "/claims?cursor=", "/sources?q=nine&cursor="}) {
            assertRefused(ledger, 400, "invalid_cursor", () -> ledger.get(other + cursor));
        }
        assertThat(ids(items(
                        ledger.get("/claims?q=nine&limit=1&cursor=" + cursor).json())))
                .containsExactly("office");
    }

    private static List<JsonNode> search(String list, String q) {
        return search(list, q, "");
    }

    private static List<JsonNode> search(String list, String q, String more) {
        return all(list + "?q=" + encoded(q) + more);
    }

    /** All items, page after page. */
    private static List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = ledger.get(path + cursor);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            items.addAll(items(page.json()));
            String next = page.json().path("next").stringValue("");
            cursor = next.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + "cursor=" + next;
        } while (!cursor.isEmpty());
        return items;
    }

    private static List<JsonNode> items(JsonNode page) {
        List<JsonNode> items = new ArrayList<>();
        page.path("items").forEach(items::add);
        return items;
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(it -> it.path("id").stringValue()).toList();
    }

    private static void made(String path, String body) {
        Answer answer = ledger.post(path, body.replace('\'', '"'));
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    }

    private static String encoded(String q) {
        return URLEncoder.encode(q, StandardCharsets.UTF_8);
    }
}
