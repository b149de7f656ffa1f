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
import org.claimsledger.bestknown.ValueAgreement;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.event.Stance;

/** Sorts evidence by what it comes to: for the claim, against it, denied, and all that counts for nothing. */
final class EvidenceGroups {

    private final EvidenceWords evidenceWords;

    EvidenceGroups(EvidenceWords evidenceWords) {
        this.evidenceWords = evidenceWords;
    }

    /** The three that are always shown, and what is left, where there is any. */
    List<EvidenceGroup> of(List<EvidenceState> evidence) {
        List<EvidenceGroup> evidenceGroups = new ArrayList<>();
        evidenceGroups.add(side("For", evidence, EvidenceGroups::isFor));
        evidenceGroups.add(side("Against", evidence, EvidenceGroups::isAgainst));
        evidenceGroups.add(side("Denied by", evidence, it -> it.testimony().stance() == Stance.DENIES));
        EvidenceGroup other = side("Also on record", evidence, EvidenceGroups::isNeither);
        if (!other.isEmpty()) {
            evidenceGroups.add(other);
        }
        return evidenceGroups;
    }

    private static boolean isFor(EvidenceState held) {
        return held.testimony().stance() == Stance.SUPPORTS && held.speaksFor() != ValueAgreement.OTHER;
    }

    private static boolean isAgainst(EvidenceState held) {
        Stance against = held.speaksFor() == ValueAgreement.OTHER ? Stance.SUPPORTS : Stance.DISPUTES;
        return held.testimony().stance() == against;
    }

    private static boolean isNeither(EvidenceState held) {
        return !isFor(held) && !isAgainst(held) && held.testimony().stance() != Stance.DENIES;
    }

    private EvidenceGroup side(String name, List<EvidenceState> evidence, Predicate<EvidenceState> which) {
        Map<Origin, List<EvidenceState>> byOrigin = new LinkedHashMap<>();
        evidence.stream().filter(which).forEach(it -> byOrigin.computeIfAbsent(it.origin(), none -> new ArrayList<>())
                .add(it));
        List<EvidenceGroup.OriginGroup> originGroups = byOrigin.values().stream()
                .map(held -> new EvidenceGroup.OriginGroup(
                        evidenceWords.attestor(held.getFirst()),
                        held.stream().map(evidenceWords::of).toList(),
                        held.stream().anyMatch(EvidenceState::live)))
                .toList();
        return new EvidenceGroup(name, figures(evidence.stream().filter(which).toList()), originGroups);
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
        return Phrases.count(live.size(), "document") + ", " + Phrases.count(origins.size(), "origin");
    }
}
