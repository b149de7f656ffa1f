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
import org.claimsledger.desk.claim.EvidenceWords.EvidenceListRow;
import org.claimsledger.desk.words.LinkedText;
import org.claimsledger.desk.words.Phrases;
import org.claimsledger.event.Testimony.Stance;

/** Sorts evidence by its effect: for the claim, against it, denying it, or none. */
final class EvidenceGroups {

    private final EvidenceWords evidenceWords;

    EvidenceGroups(EvidenceWords evidenceWords) {
        this.evidenceWords = evidenceWords;
    }

    /**
     * The evidence on one side of a claim, grouped by its origin.
     *
     * @param figures how many documents and origins count
     */
    public record EvidenceGroup(String name, String figures, List<OriginGroup> groups) {

        public boolean isEmpty() {
            return groups.isEmpty();
        }
    }

    /**
     * All documents of one origin, which count once however many they are.
     *
     * @param counts whether any of them counts
     */
    public record OriginGroup(LinkedText origin, List<EvidenceListRow> documents, boolean counts) {

        /** The weight of several documents of one origin. */
        public String figures() {
            return documents.size() + " documents, 1 origin";
        }
    }

    /** Three groups that are always shown, and the rest where there is any. */
    List<EvidenceGroup> of(List<EvidenceState> evidence) {
        List<EvidenceGroup> groups = new ArrayList<>();
        groups.add(group("For", evidence, EvidenceGroups::isFor));
        groups.add(group("Against", evidence, EvidenceGroups::isAgainst));
        groups.add(group("Denied by", evidence, it -> it.testimony().stance() == Stance.DENIES));
        EvidenceGroup rest = group("Also on record", evidence, EvidenceGroups::isNeither);
        if (!rest.isEmpty()) {
            groups.add(rest);
        }
        return groups;
    }

    private static boolean isFor(EvidenceState evidence) {
        return evidence.testimony().stance() == Stance.SUPPORTS && evidence.speaksFor() != ValueAgreement.OTHER;
    }

    private static boolean isAgainst(EvidenceState evidence) {
        Stance against = evidence.speaksFor() == ValueAgreement.OTHER ? Stance.SUPPORTS : Stance.DISPUTES;
        return evidence.testimony().stance() == against;
    }

    private static boolean isNeither(EvidenceState evidence) {
        return !isFor(evidence) && !isAgainst(evidence) && evidence.testimony().stance() != Stance.DENIES;
    }

    private EvidenceGroup group(String name, List<EvidenceState> all, Predicate<EvidenceState> belongs) {
        List<EvidenceState> evidence = all.stream().filter(belongs).toList();
        Map<Origin, List<EvidenceState>> byOrigin = new LinkedHashMap<>();
        evidence.forEach(it ->
                byOrigin.computeIfAbsent(it.origin(), none -> new ArrayList<>()).add(it));
        return new EvidenceGroup(
                name,
                figures(evidence),
                byOrigin.values().stream().map(this::originGroup).toList());
    }

    private OriginGroup originGroup(List<EvidenceState> ofOneOrigin) {
        return new OriginGroup(
                evidenceWords.attestor(ofOneOrigin.getFirst()),
                ofOneOrigin.stream().map(evidenceWords::of).toList(),
                ofOneOrigin.stream().anyMatch(EvidenceState::live));
    }

    /** Only live evidence counts. */
    private static String figures(List<EvidenceState> evidence) {
        List<EvidenceState> live = evidence.stream().filter(EvidenceState::live).toList();
        if (evidence.isEmpty()) {
            return "none";
        }
        if (live.isEmpty()) {
            return "none that counts";
        }
        Set<Origin> origins = live.stream().map(EvidenceState::origin).collect(Collectors.toSet());
        return Phrases.count(live.size(), "document") + ", " + Phrases.count(origins.size(), "origin");
    }
}
