package org.claimsledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimsledger.api.Browser.BrowserPage;
import org.claimsledger.api.form.OperationForm;
import org.claimsledger.api.operation.Operation;
import org.claimsledger.api.operation.OperationTable;
import org.claimsledger.token.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operation of the table can be recorded with its form alone. */
class OperationFormsTest {

    /** An operation, the id in its form's address, and the input as a query string. */
    private record FilledForm(String op, String id, String typed) {}

    private static final String EVIDENCE = "source=report";

    /** This program knows one version of the policy, which is in use: there is none to adopt. */
    private static final String REFUSED_SO_FAR = "adopt_policy";

    /** In an order in which each is allowed. */
    private static final List<FilledForm> FILLED = List.of(
            new FilledForm("define_predicate", "", "key=role&label=had+the+role"),
            new FilledForm("withdraw_definition", "role", "reason=another+thing"),
            new FilledForm("define_predicate", "", "key=role&label=had+the+role"),
            new FilledForm("define_predicate", "", "key=cause&valueKinds=term&terms=homicide%0Amurder+%3C+homicide"),
            new FilledForm("define_predicate", "", "key=toll&valueKinds=quantity&cumulative=on&measured=on"),
            new FilledForm("register_source", "", "id=report&kind=news_report&title=A+report&reliability=B"),
            new FilledForm("register_source", "", "id=letter&kind=news_report&title=A+letter"),
            new FilledForm("register_subject", "", "id=one&kind=person&name=One"),
            new FilledForm("register_subject", "", "id=two&kind=person&name=Two"),
            new FilledForm("register_subject", "", "id=town&kind=place&name=Town&parent=one&zone=Asia/Almaty"),
            new FilledForm("register_source", "", "id=paper&kind=news_report&title=A+paper&publisher=subject:+one"),
            new FilledForm(
                    "assert_claim", "", "subject=one&predicate=role&" + value("", "a") + "&evidence/" + EVIDENCE),
            new FilledForm(
                    "assert_claim",
                    "",
                    "subject=two&predicate=role&" + value("", "b")
                            + "&qualifiers=case:+subject:+town&finality=not_final&evidence/" + EVIDENCE),
            new FilledForm("name_subject", "one", "name=The+first&language=en&source=report"),
            new FilledForm("withdraw_name", "one", "name=The+first&reason=another+one"),
            new FilledForm("compare_subjects", "one", "other=two&judgement=positive&reason=same"),
            new FilledForm("merge_subjects", "one", "absorb=two&reason=same"),
            new FilledForm("split_subjects", "one", "restore=two&reason=not+the+same"),
            new FilledForm("amend_source", "report", "kind=news_report&title=A+better+title&reason=misread"),
            new FilledForm("notice_source", "report", "type=correction&note=corrected"),
            new FilledForm("notice_source", "report", "type=correction&evidence=FIRST:+e1"),
            new FilledForm("retract_source", "report", "reasons=source_retracted&note=taken+back"),
            new FilledForm("reinstate_source", "report", "note=stands"),
            new FilledForm("withdraw_notice", "report", "notice=1&reason=another+article"),
            new FilledForm("protect_source", "report", "reason=in+danger"),
            new FilledForm("disclose_source", "report", "reason=safe"),
            new FilledForm(
                    "attach_evidence",
                    "FIRST",
                    "source=letter&stance=supports&quote/exact=So+it+is&modality=ruled&saidOn=2020"
                            + "&attribution=anonymous:+two+officials"),
            new FilledForm("review_claim", "FIRST", "decision=accepted&reason=read"),
            new FilledForm("revise_claim", "FIRST", "kind=correction&" + value("changes/", "c") + "&reason=misread"),
            new FilledForm("rank_claim", "FIRST", "rank=preferred&reason=best"),
            new FilledForm("assess_claim", "FIRST", "verdict=verified&rationale=read+it"),
            new FilledForm(
                    "assess_claim",
                    "FIRST",
                    "verdict=verified&assessor=subject:+one&assessedOn=2024&basis/source=letter"),
            new FilledForm("relate_claims", "FIRST", "relation=annuls&other=SECOND&reason=quashed"),
            new FilledForm("relate_claims", "FIRST", "relation=contradicts&other=SECOND&reason=both"),
            new FilledForm("withdraw_relation", "FIRST", "relation=contradicts&other=SECOND&reason=by+mistake"),
            new FilledForm(
                    "succeed_claim",
                    "FIRST",
                    "ended=2020&claim/subject=one&claim/predicate=role&" + value("claim/", "d") + "&claim/evidence/"
                            + EVIDENCE),
            new FilledForm("withdraw_evidence", "FIRST", "evidence=e1&reasons=mistranslated&note=no"),
            new FilledForm("retract_claim", "FIRST", "reasons=duplicate&note=twice"),
            new FilledForm("reinstate_claim", "FIRST", "reasons=other&note=not+twice"));

    @TempDir
    static Path folder;

    @Test
    void theFormOfEveryOperationRecordsIt() {
        assertThat(Stream.concat(FILLED.stream().map(FilledForm::op), Stream.of(REFUSED_SO_FAR))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(OperationTable.ops());
        Credentials credentials = Credentials.in(folder);
        try (RunningLedger ledger = RunningLedger.in(folder, "--ledger.review=on", "--ledger.rate=0")) {
            Browser editor = logIn(ledger, credentials, Role.EDITOR);
            Browser reporter = logIn(ledger, credentials, Role.REPORTER);
            Map<String, String> ids = new TreeMap<>();
            for (FilledForm filled : FILLED) {
                Operation operation = OperationTable.operation(filled.op());
                Browser browser = operation.requiredRole() == Role.REPORTER ? reporter : editor;
                BrowserPage answer = browser.form(
                        operation.formPath().replace("{id}", filledIn(filled.id(), ids)),
                        "_csrf=" + browser.formToken() + "&" + filledIn(filled.typed(), ids));

                assertThat(answer.status()).as("%s: %s", filled, answer.text()).isEqualTo(303);
                if (filled.op().equals("assert_claim")) {
                    ids.put(
                            ids.isEmpty() ? "FIRST" : "SECOND",
                            answer.location().replaceAll(".*/claims/", ""));
                }
            }
            BrowserPage refused =
                    editor.form("/new/policy", "_csrf=" + editor.formToken() + "&version=2&reason=the+same");
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(ledger.get("/events", "Authorization", "Bearer " + RunningLedger.TOKEN)
                            .lines())
                    .hasSizeGreaterThan(FILLED.size());
            assertThat(ledger.get("/events", "Authorization", "Bearer " + RunningLedger.TOKEN)
                            .text())
                    .contains("\"terms\":[\"homicide\",{\"broader\":\"homicide\",\"term\":\"murder\"}]")
                    .contains("\"publisher\":{\"subject\":\"one\"}")
                    .contains("\"parent\":\"one\",\"zone\":\"Asia/Almaty\"")
                    .contains("\"qualifiers\":{\"case\":{\"subject\":\"town\"}}")
                    .contains("\"finality\":\"not_final\"")
                    .contains("\"attribution\":[{\"anonymous\":true,\"text\":\"two officials\"}]")
                    .contains("\"saidOn\":\"2020\"")
                    .contains("\"assessedOn\":\"2024\",\"assessor\":{\"subject\":\"one\"}");
        }
    }

    private static String value(String below, String text) {
        return below + "value.kind=text&" + below + "value.text=" + text;
    }

    private static String filledIn(String text, Map<String, String> ids) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace(id.getKey(), id.getValue());
        }
        return filled;
    }

    private static Browser logIn(RunningLedger ledger, Credentials credentials, Role role) {
        Browser browser = new Browser(ledger.base(), "10.1.2." + role.ordinal());
        browser.logIn(role.lowerCaseName() + "-1", credentials.secretOf(role));
        return browser;
    }

    /** The words of a form stand in the table alone, so that a page cannot say something else. */
    @Test
    void everyFormSaysWhatItsOperationDoes() {
        Pattern words = Pattern.compile("\\p{Lu}.*");
        assertThat(OperationTable.all()).extracting(Operation::form).allSatisfy(form -> {
            assertThat(List.of(form.title(), form.button(), form.note()))
                    .allMatch(it -> words.matcher(it).matches());
            assertThat(form.fields()).isNotEmpty();
        });
        assertThat(OperationTable.all().stream().map(Operation::formPath).collect(Collectors.toSet()))
                .hasSize(OperationTable.all().size());
        assertThat(OperationTable.all().stream()
                        .map(Operation::form)
                        .filter(OperationForm::prefilled)
                        .map(OperationForm::name))
                .containsExactlyInAnyOrder("revise", "amend");
    }
}
