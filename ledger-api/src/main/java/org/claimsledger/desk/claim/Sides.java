package org.claimsledger.desk.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.claimsledger.bestknown.EvidenceState;
import org.claimsledger.bestknown.Origin;
import org.claimsledger.bestknown.SpeaksFor;
import org.claimsledger.claim.Stance;
import org.claimsledger.desk.words.Words;

/** Sorts evidence by what it comes to: for the claim, against it, denied, and all that counts for nothing. */
final class Sides {

    private final Documents documents;

    Sides(Documents documents) {
        this.documents = documents;
    }

    /** The three that are always shown, and what is left, where there is any. */
    List<Side> of(List<EvidenceState> evidence) {
        List<Side> sides = new ArrayList<>();
        sides.add(side("For", evidence, Sides::isFor));
        sides.add(side("Against", evidence, Sides::isAgainst));
        sides.add(side("Denied by", evidence, it -> it.testimony().stance() == Stance.DENIES));
        Side other = side("Also on record", evidence, Sides::isNeither);
        if (!other.isEmpty()) {
            sides.add(other);
        }
        return sides;
    }

    private static boolean isFor(EvidenceState held) {
        return held.testimony().stance() == Stance.SUPPORTS && held.speaksFor() != SpeaksFor.OTHER;
    }

    private static boolean isAgainst(EvidenceState held) {
        Stance against = held.speaksFor() == SpeaksFor.OTHER ? Stance.SUPPORTS : Stance.DISPUTES;
        return held.testimony().stance() == against;
    }

    private static boolean isNeither(EvidenceState held) {
        return !isFor(held) && !isAgainst(held) && held.testimony().stance() != Stance.DENIES;
    }

    private Side side(String name, List<EvidenceState> evidence, Predicate<EvidenceState> which) {
        Map<Origin, List<EvidenceState>> byOrigin = new LinkedHashMap<>();
        evidence.stream().filter(which).forEach(it -> byOrigin.computeIfAbsent(it.origin(), none -> new ArrayList<>())
                .add(it));
        List<Side.Group> groups = byOrigin.values().stream()
                .map(held -> new Side.Group(
                        documents.attestor(held.getFirst()),
                        held.stream().map(documents::of).toList(),
                        held.stream().anyMatch(EvidenceState::live)))
                .toList();
        return new Side(name, figures(evidence.stream().filter(which).toList()), groups);
    }

    /** What counts: those that are live. */
    private static String figures(List<EvidenceState> held) {
        List<EvidenceState> live = held.stream().filter(EvidenceState::live).toList();
        if (held.isEmpty()) {
            return "none";
        }
        if (live.isEmpty()) {
            return "none that counts";
        }
        Set<Origin> origins = live.stream().map(EvidenceState::origin).collect(Collectors.toSet());
        return Words.count(live.size(), "document") + ", " + Words.count(origins.size(), "origin");
    }
}
