package org.claimsledger.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.identity.Resemblance.ResemblanceReason;
import org.claimsledger.identity.Resemblance.ResemblanceReason.DifferentId;
import org.claimsledger.identity.Resemblance.ResemblanceReason.DifferentKind;
import org.claimsledger.identity.Resemblance.ResemblanceReason.SameId;
import org.claimsledger.identity.Resemblance.ResemblanceReason.SharedFact;
import org.claimsledger.identity.SubjectProfile.ClaimedFact;
import org.claimsledger.name.Likeness.LikenessKind;
import org.claimsledger.name.Name;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.SubjectId;
import org.junit.jupiter.api.Test;

class ResemblanceTest {

    private static final ClaimedFact COUP_CASE = qualified("case", "coup-case");
    private static final ClaimedFact IN_2007 = qualified("year", "2007");
    private static final ClaimedFact THE_BANK = new ClaimedFact.SameSubject(new SubjectId("nurbank"));

    @Test
    void whoGoesByOneNameIsLikelyOne() {
        Resemblance resemblance = Resemblance.between(named("Rakhat Aliev"), named("Rakhat Aliev"));

        assertThat(resemblance.score()).isEqualTo(1);
        assertThat(resemblance.reasons())
                .containsExactly(
                        new ResemblanceReason.AlikeNames("Rakhat Aliev", "Rakhat Aliev", LikenessKind.EXACT, 1));
    }

    @Test
    void anySpellingOfAnyNameWillDo() {
        Resemblance resemblance =
                Resemblance.between(named("Somebody Else", "Рахат Алиев"), named("The Doctor", "Rakhat Aliyev"));

        assertThat(resemblance.isLikely()).isTrue();
        assertThat(resemblance.reasons())
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(ResemblanceReason.AlikeNames.class, alikeNames -> {
                    assertThat(alikeNames.ours()).isEqualTo("Рахат Алиев");
                    assertThat(alikeNames.theirs()).isEqualTo("Rakhat Aliyev");
                });
    }

    @Test
    void aSurnameAloneIsNotEnough() {
        assertThat(Resemblance.between(named("Dariga Nazarbayeva"), named("Nursultan Nazarbayev"))
                        .isLikely())
                .isFalse();
        assertThat(Resemblance.between(named("Aliev"), named("Rakhat Aliev")).isLikely())
                .isFalse();
    }

    @Test
    void whatClaimsAboutBothSayAddsToNamesThatAreAlikeAndTheCaseMost() {
        SubjectProfile ours = with(named("Aliev"), COUP_CASE, IN_2007, THE_BANK);
        double alone = Resemblance.between(ours, named("Rakhat Aliev")).score();
        double year =
                Resemblance.between(ours, with(named("Rakhat Aliev"), IN_2007)).score();
        double aCase = Resemblance.between(ours, with(named("Rakhat Aliev"), COUP_CASE))
                .score();
        Resemblance all = Resemblance.between(ours, with(named("Rakhat Aliev"), COUP_CASE, IN_2007, THE_BANK));

        assertThat(alone).isLessThan(year);
        assertThat(year).isLessThan(aCase);
        assertThat(aCase).isLessThan(all.score());
        assertThat(all.isLikely()).isTrue();
        assertThat(all.reasons())
                .endsWith(new SharedFact(THE_BANK), new SharedFact(COUP_CASE), new SharedFact(IN_2007))
                .hasSize(4);
    }

    @Test
    void factsOfOneWeightComeInOneOrderHoweverTheyAreHeld() {
        ClaimedFact anotherCase = qualified("case", "tax-case");
        ClaimedFact theOffice = new ClaimedFact.SameSubject(new SubjectId("ministry"));
        List<ClaimedFact> facts = new ArrayList<>(List.of(theOffice, THE_BANK, COUP_CASE, anotherCase));
        for (int turn = 0; turn < facts.size(); turn++) {
            Collections.rotate(facts, 1);
            SubjectProfile profile = with(named("Rakhat Aliev"), facts.toArray(ClaimedFact[]::new));

            assertThat(Resemblance.between(profile, profile).reasons())
                    .endsWith(new SharedFact(theOffice), new SharedFact(THE_BANK), new SharedFact(COUP_CASE));
        }
    }

    @Test
    void whatClaimsSayMakesNobodyAnotherOne() {
        Resemblance resemblance = Resemblance.between(
                with(named("Rakhat Aliev"), COUP_CASE, THE_BANK), with(named("Alnur Mussayev"), COUP_CASE, THE_BANK));

        assertThat(resemblance.score()).isZero();
        assertThat(resemblance.reasons()).isEmpty();
    }

    @Test
    void anIdThatBothHaveElsewhereDecidesWhateverTheirNames() {
        Resemblance resemblance = Resemblance.between(
                withId(named("Rakhat Aliev"), "wikidata", "Q1"), withId(named("Rachat Schoras"), "wikidata", "Q1"));

        assertThat(resemblance.score()).isGreaterThan(0.9);
        assertThat(resemblance.reasons()).contains(new SameId("wikidata", "Q1"));
    }

    @Test
    void twoIdsOfOneSchemeSpeakAgainstIt() {
        Resemblance resemblance = Resemblance.between(
                withId(named("Rakhat Aliev"), "wikidata", "Q1"), withId(named("Rakhat Aliev"), "wikidata", "Q2"));

        assertThat(resemblance.isLikely()).isFalse();
        assertThat(resemblance.reasons()).contains(new DifferentId("wikidata", "Q1", "Q2"));
        assertThat(Resemblance.between(
                                withId(named("Rakhat Aliev"), "wikidata", "Q1"),
                                withId(named("Rakhat Aliev"), "viaf", "Q2"))
                        .score())
                .isEqualTo(1);
    }

    @Test
    void differentSortsOfThingsAreNotOneButAGroupMayBeAnOrganisation() {
        Resemblance resemblance = Resemblance.between(named("Nurbank"), of(SubjectKind.ORGANISATION, "Nurbank"));

        assertThat(resemblance.isLikely()).isFalse();
        assertThat(resemblance.reasons()).contains(new DifferentKind(SubjectKind.PERSON, SubjectKind.ORGANISATION));
        assertThat(Resemblance.between(of(SubjectKind.GROUP, "Nurbank"), of(SubjectKind.ORGANISATION, "Nurbank"))
                        .score())
                .isEqualTo(1);
        assertThat(Resemblance.between(of(SubjectKind.OTHER, "Nurbank"), of(SubjectKind.ORGANISATION, "Nurbank"))
                        .score())
                .isEqualTo(1);
    }

    @Test
    void aDescriptionOfSomebodyWhomNobodyNamesCountsForLess() {
        SubjectProfile clerk =
                new SubjectProfile(SubjectKind.PERSON, false, List.of(Name.of("a clerk")), Map.of(), Set.of());

        assertThat(Resemblance.between(clerk, clerk).score()).isLessThan(1);
    }

    @Test
    void itIsTheSameSeenFromEitherSide() {
        SubjectProfile one = withId(with(named("Rakhat Aliev", "Рахат Алиев"), COUP_CASE), "viaf", "1");
        SubjectProfile other = withId(with(named("R. Aliyev"), COUP_CASE, IN_2007), "viaf", "2");

        assertThat(Resemblance.between(one, other).score())
                .isEqualTo(Resemblance.between(other, one).score());
    }

    private static ClaimedFact qualified(String key, String text) {
        return new ClaimedFact.SameQualifier(new QualifierKey(key), text);
    }

    private static SubjectProfile named(String... names) {
        return of(SubjectKind.PERSON, names);
    }

    private static SubjectProfile of(SubjectKind kind, String... names) {
        return new SubjectProfile(kind, true, Stream.of(names).map(Name::of).toList(), Map.of(), Set.of());
    }

    private static SubjectProfile with(SubjectProfile subjectProfile, ClaimedFact... claimedFacts) {
        return new SubjectProfile(
                subjectProfile.kind(),
                subjectProfile.identified(),
                subjectProfile.names(),
                subjectProfile.externalIds(),
                Set.of(claimedFacts));
    }

    private static SubjectProfile withId(SubjectProfile subjectProfile, String scheme, String id) {
        return new SubjectProfile(
                subjectProfile.kind(),
                subjectProfile.identified(),
                subjectProfile.names(),
                Map.of(scheme, Set.of(id)),
                subjectProfile.facts());
    }
}
