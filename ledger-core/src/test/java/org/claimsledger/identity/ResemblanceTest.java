package org.claimsledger.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.claimsledger.identity.Reason.OtherId;
import org.claimsledger.identity.Reason.OtherKind;
import org.claimsledger.identity.Reason.SameId;
import org.claimsledger.identity.Reason.Shared;
import org.claimsledger.name.Name;
import org.claimsledger.name.Way;
import org.claimsledger.subject.SubjectKind;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.SubjectId;
import org.junit.jupiter.api.Test;

class ResemblanceTest {

    private static final Fact COUP_CASE = qualified("case", "coup-case");
    private static final Fact IN_2007 = qualified("year", "2007");
    private static final Fact THE_BANK = new Fact.Concerns(new SubjectId("nurbank"));

    @Test
    void whoGoesByOneNameIsLikelyOne() {
        Resemblance resemblance = Resemblance.between(named("Rakhat Aliev"), named("Rakhat Aliev"));

        assertThat(resemblance.score()).isEqualTo(1);
        assertThat(resemblance.reasons())
                .containsExactly(new Reason.Names("Rakhat Aliev", "Rakhat Aliev", Way.EXACT, 1));
    }

    @Test
    void anySpellingOfAnyNameWillDo() {
        Resemblance resemblance =
                Resemblance.between(named("Somebody Else", "Рахат Алиев"), named("The Doctor", "Rakhat Aliyev"));

        assertThat(resemblance.isLikely()).isTrue();
        assertThat(resemblance.reasons()).hasSize(1).first().isInstanceOfSatisfying(Reason.Names.class, names -> {
            assertThat(names.ours()).isEqualTo("Рахат Алиев");
            assertThat(names.theirs()).isEqualTo("Rakhat Aliyev");
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
        Profile ours = with(named("Aliev"), COUP_CASE, IN_2007, THE_BANK);
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
                .endsWith(new Shared(THE_BANK), new Shared(COUP_CASE), new Shared(IN_2007))
                .hasSize(4);
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
        assertThat(resemblance.reasons()).contains(new OtherId("wikidata", "Q1", "Q2"));
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
        assertThat(resemblance.reasons()).contains(new OtherKind(SubjectKind.PERSON, SubjectKind.ORGANISATION));
        assertThat(Resemblance.between(of(SubjectKind.GROUP, "Nurbank"), of(SubjectKind.ORGANISATION, "Nurbank"))
                        .score())
                .isEqualTo(1);
        assertThat(Resemblance.between(of(SubjectKind.OTHER, "Nurbank"), of(SubjectKind.ORGANISATION, "Nurbank"))
                        .score())
                .isEqualTo(1);
    }

    @Test
    void aDescriptionOfSomebodyWhomNobodyNamesCountsForLess() {
        Profile clerk = new Profile(SubjectKind.PERSON, false, List.of(Name.of("a clerk")), Map.of(), Set.of());

        assertThat(Resemblance.between(clerk, clerk).score()).isLessThan(1);
    }

    @Test
    void itIsTheSameSeenFromEitherSide() {
        Profile one = withId(with(named("Rakhat Aliev", "Рахат Алиев"), COUP_CASE), "viaf", "1");
        Profile other = withId(with(named("R. Aliyev"), COUP_CASE, IN_2007), "viaf", "2");

        assertThat(Resemblance.between(one, other).score())
                .isEqualTo(Resemblance.between(other, one).score());
    }

    private static Fact qualified(String key, String text) {
        return new Fact.Qualified(new QualifierKey(key), text);
    }

    private static Profile named(String... names) {
        return of(SubjectKind.PERSON, names);
    }

    private static Profile of(SubjectKind kind, String... names) {
        return new Profile(kind, true, Stream.of(names).map(Name::of).toList(), Map.of(), Set.of());
    }

    private static Profile with(Profile profile, Fact... facts) {
        return new Profile(profile.kind(), profile.identified(), profile.names(), profile.externalIds(), Set.of(facts));
    }

    private static Profile withId(Profile profile, String scheme, String id) {
        return new Profile(
                profile.kind(), profile.identified(), profile.names(), Map.of(scheme, Set.of(id)), profile.facts());
    }
}
