package org.claimsledger.desk.claim;

import java.util.List;
import org.claimsledger.desk.words.LinkedText;

/**
 * The evidence on one side of a claim, grouped by who really says it.
 *
 * @param name what the side is called
 * @param figures how many origins and documents count
 */
public record EvidenceGroup(String name, String figures, List<OriginGroup> groups) {

    /**
     * All documents of one origin: however many they are, they are one word.
     *
     * @param counts whether any of them counts
     */
    public record OriginGroup(LinkedText origin, List<EvidenceListRow> documents, boolean counts) {

        /** What several documents of one origin come to. */
        public String figures() {
            return documents.size() + " documents, 1 origin";
        }
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }
}
