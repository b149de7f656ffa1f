package org.claimsledger.oracle.policy2;

import static org.claimsledger.oracle.policy2.Desk.date;
import static org.claimsledger.oracle.policy2.Desk.none;
import static org.claimsledger.oracle.policy2.Desk.number;
import static org.claimsledger.oracle.policy2.Desk.term;
import static org.claimsledger.oracle.policy2.Desk.text;
import static org.claimsledger.oracle.policy2.Desk.unknown;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.claimsledger.oracle.policy2.Desk.ClaimDraft;
import org.claimsledger.oracle.policy2.Desk.EvidenceDraft;
import org.claimsledger.oracle.policy2.Desk.SourceDraft;
import org.claimsledger.oracle.policy2.Given.Link;
import org.claimsledger.oracle.policy2.Given.Modality;
import org.claimsledger.oracle.policy2.Given.Rank;
import org.claimsledger.oracle.policy2.Given.Review;
import org.claimsledger.oracle.policy2.Given.Stance;
import org.claimsledger.oracle.policy2.Given.Verdict;
import org.claimsledger.oracle.policy2.Given.Who;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.Quantity.BoundKind;
import org.claimsledger.value.Value;

/**
 * Random desks with few origins, few values and few dates, so that everything often meets everything else. One seed gives
 * one desk.
 */
final class RandomGiven {

    private static final List<String> PUBLISHERS =
            List.of("agency-a", "Agency A", "agency-b", "daily-a", "blog-a", "The Court", "Person P");

    private static final List<List<Value>> VALUES = List.of(
            List.of(
                    number("12"),
                    number("30"),
                    number("28"),
                    number("0"),
                    number(BoundKind.AT_LEAST, "12"),
                    number(BoundKind.ABOUT, "30"),
                    unknown(),
                    none()),
            List.of(term("murder"), term("homicide"), term("suicide"), term("accident"), unknown(), none()),
            List.of(date("2019"), date("2019-03"), date("2019-03-12"), date("2019-04"), date("2019-03~"), unknown()),
            List.of(text("one thing"), text("another thing"), unknown()));

    private static final List<String> VALID = List.of(
            "2019-06-01",
            "2019-12-31",
            "2019-03-01/2019-06-01",
            "2019-06-01/2019-12-31",
            "2019-06-01/..",
            "2019-12-31/..",
            "2019-05/2019-06~",
            "2019-06~/..",
            "2019-03-01/",
            "/2019-06-01",
            "2031/..");

    private final Random random;
    private final Desk desk;
    private final List<Value> values;
    private final List<String> sources = new ArrayList<>();

    RandomGiven(long seed) {
        random = new Random(seed);
        desk = random.nextBoolean() ? Desk.holding() : Desk.happening();
        values = oneOf(VALUES);
        desk.cumulative = random.nextInt(2) == 0;
        desk.measured = random.nextInt(4) == 0;
        desk.term("murder", "homicide");
        desk.subject("person-p", "Person P").subject("person-q", "Person Q", "P. Person");
        desk.subject("the-court", "The Court").subject("source-in-the-office");
        if (random.nextBoolean()) {
            desk.merge("person-q", "person-p");
        }
        switch (random.nextInt(6)) {
            case 0 -> desk.onePer("case");
            case 1 -> desk.many();
            default -> {}
        }
    }

    Given given() {
        fillSources();
        List<ClaimDraft> claims = new ArrayList<>();
        int howMany = 1 + random.nextInt(5);
        for (int i = 0; i < howMany; i++) {
            claims.add(claim("c" + i));
        }
        int pieces = howMany + random.nextInt(3 * howMany);
        for (int i = 0; i < pieces; i++) {
            evidence(i < howMany ? claims.get(i) : oneOf(claims), i < howMany);
        }
        relate(claims);
        decide(claims);
        for (int i = random.nextInt(4); i > 0; i--) {
            evidence(oneOf(claims), false);
        }
        look();
        return desk.given();
    }

    private void fillSources() {
        int howMany = 3 + random.nextInt(7);
        for (int i = 0; i < howMany; i++) {
            SourceDraft source = desk.source("s" + i);
            sources.add("s" + i);
            if (random.nextInt(10) > 0) {
                source.publisher(oneOf(PUBLISHERS));
            }
            if (random.nextInt(10) > 0) {
                source.published(day());
            }
            if (random.nextInt(3) == 0) {
                source.rated(oneOf(List.of('A', 'C', 'D', 'E', 'F')));
            }
            if (random.nextInt(8) == 0) {
                source.sha("same");
            }
            if (random.nextInt(12) == 0) {
                source.secret();
            }
            if (random.nextInt(15) == 0) {
                source.underNotice();
            }
            dependOnAnEarlierOne(source, i);
        }
    }

    private void dependOnAnEarlierOne(SourceDraft source, int index) {
        if (index == 0) {
            return;
        }
        String earlier = "s" + random.nextInt(index);
        switch (random.nextInt(10)) {
            case 0, 1 -> source.republishes(earlier);
            case 2 -> source.derivesFrom(earlier);
            case 3 -> source.repeatsOutlet(oneOf(PUBLISHERS));
            default -> {}
        }
    }

    private String day() {
        return switch (random.nextInt(10)) {
            case 0 -> "2020-03";
            case 1 -> "2020-02-28~";
            default -> "2020-03-0" + (1 + random.nextInt(6));
        };
    }

    private ClaimDraft claim(String id) {
        ClaimDraft claim = desk.claim(id, oneOf(values));
        if (random.nextInt(3) > 0) {
            claim.valid(desk.holds ? oneOf(VALID) : oneOf(List.of("2019-06-01", "2019-06", "2019")));
        }
        if (random.nextInt(12) == 0) {
            claim.review(oneOf(List.of(Review.PROPOSED, Review.REFUSED)));
        }
        if (random.nextInt(12) == 0) {
            claim.retracted(oneOf(List.of("duplicate", "other")));
        }
        if (random.nextInt(15) == 0) {
            claim.deniedBy("subject person-p");
        }
        if (random.nextInt(20) == 0) {
            claim.annulledBy("elsewhere", "2019-12-31");
        }
        return claim.with("case", oneOf(List.of("case-x", "Case X", "case-y")));
    }

    private void evidence(ClaimDraft claim, boolean first) {
        Stance stance = first || random.nextInt(4) > 0
                ? Stance.SUPPORTS
                : oneOf(List.of(Stance.DISPUTES, Stance.DENIES, Stance.MENTIONS));
        claim.from(oneOf(sources), stance, this::detail);
    }

    private void detail(EvidenceDraft evidence) {
        evidence.modality = oneOf(
                List.of(Modality.ASSERTED, Modality.ASSERTED, Modality.ASSERTED, Modality.RULED, Modality.ALLEGED));
        switch (random.nextInt(12)) {
            case 0, 1 -> evidence.attribution = List.of(new Who.OfText(oneOf(PUBLISHERS), false));
            case 2, 3 ->
                evidence.attribution = List.of(new Who.OfSubject(oneOf(List.of("person-p", "person-q")), true));
            case 4 -> evidence.attribution = List.of(new Who.OfText("an insider", true));
            case 5 -> evidence.attribution = List.of(new Who.OfSource(oneOf(sources)));
            case 6 -> evidence.attribution = List.of(new Who.OfSubject("source-in-the-office", false));
            default -> {}
        }
        if (random.nextInt(8) == 0) {
            evidence.saidOn = Edtf.parse(day());
        }
        if (random.nextInt(6) == 0) {
            evidence.credibility = 1 + random.nextInt(6);
        }
        if (random.nextInt(10) == 0) {
            evidence.value = oneOf(values);
        }
        switch (random.nextInt(15)) {
            case 0 -> Desk.withdrawn().accept(evidence);
            case 1 -> Desk.waiting().accept(evidence);
            default -> {}
        }
    }

    private void relate(List<ClaimDraft> claims) {
        for (int later = 1; later < claims.size(); later++) {
            if (random.nextInt(5) == 0) {
                Link link =
                        oneOf(List.of(Link.SUPERSEDES, Link.SUPERSEDES, Link.SAME_AS, Link.CONTRADICTS, Link.ANNULS));
                claims.get(later).link(link, "c" + random.nextInt(later));
            }
        }
    }

    private void decide(List<ClaimDraft> claims) {
        for (ClaimDraft claim : claims) {
            switch (random.nextInt(12)) {
                case 0 -> claim.rank(Rank.PREFERRED);
                case 1 -> claim.rank(Rank.DEPRECATED);
                case 2, 3 -> claim.verdict(Verdict.VERIFIED);
                case 4 -> claim.verdict(Verdict.FALSE);
                default -> {}
            }
        }
    }

    private void look() {
        if (random.nextInt(3) == 0) {
            desk.on(oneOf(List.of("2019-02-01", "2019-06-01", "2019-08-15", "2019-12-31", "2021-01-01")));
        }
        if (random.nextInt(4) == 0) {
            desk.publishedBy("2020-03-0" + (1 + random.nextInt(6)));
        }
        if (random.nextInt(6) == 0) {
            desk.asOf(1 + random.nextLong(desk.position()));
        }
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
