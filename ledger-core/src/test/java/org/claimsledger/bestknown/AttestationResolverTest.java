package org.claimsledger.bestknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimsledger.bestknown.NewsroomFixture.newsroom;
import static org.claimsledger.bestknown.NewsroomFixture.report;
import static org.claimsledger.bestknown.NewsroomFixture.subject;
import static org.claimsledger.bestknown.NewsroomFixture.years;
import static org.claimsledger.claim.ClaimForm.claim;
import static org.claimsledger.source.SourceForm.lineage;

import java.util.Set;
import org.claimsledger.bestknown.BestKnown.QuestionStatus;
import org.claimsledger.claim.ClaimForm;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Lineage.Relation;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.source.SourceForm;
import org.claimsledger.subject.SubjectForm;
import org.junit.jupiter.api.Test;

/** Who really attests a piece of evidence. */
class AttestationResolverTest {

    private final NewsroomFixture desk = newsroom();

    private static ClaimForm sentence(long years) {
        return claim("y" + years)
                .predicate("sentenced")
                .qualifier("case", "coup")
                .value(years(years));
    }

    private Set<Origin> origins() {
        return desk.answer().support().origins();
    }

    @Test
    void oneNameInTwoSpellingsIsOneOrigin() {
        desk.says(sentence(1).attribution("Café"), "2024-03-01", "Agency A")
                .adds(sentence(1).attribution("CAFE\u0301"), "2024-03-01", "Agency B")
                .adds(sentence(1).attribution("Ca\u200bfé"), "2024-03-01", "Agency C");

        assertThat(origins()).hasSize(1);
    }

    @Test
    void aNameOfASubjectIsThatSubject() {
        desk.files(SubjectForm.subject("ministry", "Ministry of Justice"))
                .says(sentence(1).attribution("ministry of justice"), "2024-03-01", "Agency A")
                .adds(sentence(1).attribution(subject("ministry")), "2024-03-01", "Agency B");

        assertThat(origins()).extracting(Origin::name).containsExactly("ministry");
    }

    @Test
    void aPublisherThatIsASubjectIsOneUnderAllItsNames() {
        desk.files(SubjectForm.subject("daily", "Daily A"))
                .files(SourceForm.source("site")
                        .publishedBy("daily")
                        .published("2024-03-01")
                        .register())
                .files(sentence(1).source("site").file())
                .adds(sentence(1), "2024-03-02", "Daily A");

        assertThat(origins()).hasSize(1);
    }

    @Test
    void theAnonymousAreAttestedByWhoeverPublishesThem() {
        desk.says(sentence(1).attribution(new Attestor.ByName("two officials", true)), "2024-03-01", "Agency A")
                .adds(sentence(1).attribution(new Attestor.ByName("two officials", true)), "2024-03-01", "Agency B");

        assertThat(origins()).extracting(Origin::name).containsExactly("Agency A", "Agency B");
    }

    @Test
    void whatDerivesFromSupportOfTheSameClaimAddsNoOrigin() {
        desk.says(sentence(1), "2024-03-01", "Agency A")
                .files(SourceForm.source("analysis")
                        .publisher("Agency B")
                        .published("2024-03-02")
                        .lineage(lineage(Relation.DERIVES_FROM, report("Agency A", "2024-03-01")))
                        .register())
                .files(sentence(1).source("analysis").attach());

        assertThat(origins()).extracting(Origin::name).containsExactly("Agency A");
    }

    @Test
    void sourcesOfOneContentHaveOneOrigin() {
        String content = "0".repeat(64);
        desk.files(
                SourceForm.source("one")
                        .publisher("Agency A")
                        .published("2024-03-01")
                        .contentSha256(content)
                        .register(),
                SourceForm.source("two")
                        .publisher("Agency B")
                        .published("2024-03-02")
                        .contentSha256(content)
                        .register(),
                sentence(1).source("one").file(),
                sentence(1).source("two").attach());

        assertThat(origins()).extracting(Origin::name).containsExactly("Agency A");
    }

    @Test
    void anEchoIsWorthWhatItEchoes() {
        desk.files(
                SourceForm.source("site")
                        .publisher("Site")
                        .published("2024-03-01")
                        .reliability(Reliability.E)
                        .register(),
                SourceForm.source("echo")
                        .publisher("Agency A")
                        .published("2024-03-02")
                        .reliability(Reliability.A)
                        .from("site")
                        .register(),
                sentence(1).source("echo").file());

        assertThat(desk.answer().status()).isEqualTo(QuestionStatus.ALLEGED);
    }

    @Test
    void theDateOfTheWordsGoesBeforeThatOfTheSource() {
        desk.says(sentence(1).attribution("Person A").saidOn("2006-08"), "2024-03-01", "Agency A")
                .says(sentence(2).attribution("Person A"), "2008-01-01", "Agency B");

        assertThat(desk.answer().answer().claim().value()).isEqualTo("y2");
        assertThat(desk.because()).contains("Person A said “1 year” until 1 January 2008.");
    }
}
