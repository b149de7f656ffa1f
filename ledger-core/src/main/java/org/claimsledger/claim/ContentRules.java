package org.claimsledger.claim;

import java.util.List;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.ClaimContent;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Testimony;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.QualifierKey;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/** The rules of a claim's content: everything that it names exists, and the predicate takes the value. */
final class ContentRules {

    private final ClaimDecider.Lookups lookups;

    ContentRules(ClaimDecider.Lookups lookups) {
        this.lookups = lookups;
    }

    void requireValidContent(ClaimId claim, ClaimContent claimContent, String pointer) {
        requireSubject(claimContent.subject(), pointer + "/subject");
        Predicate predicate = lookups.predicate(claimContent.predicate());
        if (predicate == null) {
            throw Refused.because(
                    RefusalCode.PREDICATE_UNKNOWN,
                    pointer + "/predicate",
                    "There is no predicate " + claimContent.predicate());
        }
        requirePredicateTakes(predicate, claimContent.value(), pointer + "/value");
        requireValueIsKnown(claim, claimContent.value(), pointer + "/value");
        requireQualifiersAreKnown(claimContent, pointer + "/qualifiers");
        for (QualifierKey key : predicate.cardinality().qualifiers()) {
            if (!claimContent.qualifiers().containsKey(key)) {
                throw Refused.because(
                        RefusalCode.QUALIFIER_MISSING,
                        pointer + "/qualifiers/" + key,
                        "Claims of " + predicate.key() + " say by " + key + " which question they answer");
            }
        }
    }

    void requireSourceAndAttestorsAreKnown(Testimony testimony, String pointer) {
        requireSource(testimony.source(), pointer + "/source");
        List<Attestor> chain = testimony.attribution();
        for (int i = 0; i < chain.size(); i++) {
            requireAttestorIsKnown(chain.get(i), pointer + "/attribution/" + i);
        }
    }

    void requireAssessorIsKnown(@Nullable Attestor assessor, String pointer) {
        if (assessor != null) {
            requireAttestorIsKnown(assessor, pointer);
        }
    }

    private void requireAttestorIsKnown(Attestor attestor, String pointer) {
        switch (attestor) {
            case Attestor.ByName byName -> {}
            case Attestor.BySubject by -> requireSubject(by.subject(), pointer + "/subject");
            case Attestor.BySource by -> requireSource(by.source(), pointer + "/source");
        }
    }

    private void requireQualifiersAreKnown(ClaimContent claimContent, String pointer) {
        claimContent.qualifiers().forEach((key, qualifier) -> {
            if (qualifier instanceof Qualifier.AnotherSubject other) {
                requireSubject(other.subject(), pointer + Refusal.pointerTo(key.value()) + "/subject");
            }
        });
    }

    private static void requirePredicateTakes(Predicate predicate, Value value, String pointer) {
        if (!predicate.takes(value.kind())) {
            throw Refused.because(
                    RefusalCode.VALUE_KIND_MISMATCH,
                    pointer,
                    predicate.key() + " takes "
                            + String.join(
                                    ", ",
                                    predicate.valueKinds().stream()
                                            .map(Value.Kind::field)
                                            .toList()));
        }
        if (value instanceof Value.Measured measured) {
            Unit unit = measured.quantity().unit();
            Unit expected = predicate.unit();
            if (unit != null && expected != null && !unit.isCommensurable(expected)) {
                throw Refused.because(
                        RefusalCode.UNIT_MISMATCH,
                        pointer + "/quantity/unit",
                        predicate.key() + " is counted in " + expected);
            }
        }
        if (value instanceof Value.Term term && !predicate.terms().isEmpty() && !predicate.hasTerm(term.term())) {
            throw Refused.because(
                    RefusalCode.TERM_UNKNOWN,
                    pointer + "/term",
                    predicate.key() + " has the terms " + String.join(", ", predicate.termNames()));
        }
    }

    private void requireValueIsKnown(ClaimId claim, Value value, String pointer) {
        if (value instanceof Value.AnotherSubject other) {
            requireSubject(other.subject(), pointer + "/subject");
        }
        if (value instanceof Value.AnotherClaim other) {
            requireNoClaimCycle(claim, other.claim(), pointer + "/claim");
        }
    }

    /** A claim may be about a claim about a claim, but never about itself. */
    private void requireNoClaimCycle(ClaimId claim, ClaimId about, String pointer) {
        ClaimId next = about;
        while (true) {
            if (next.equals(claim)) {
                throw Refused.because(RefusalCode.CLAIM_CYCLE, pointer, "The claim would be about itself");
            }
            Claim other = lookups.claim(next);
            if (other == null) {
                throw Refused.because(RefusalCode.CLAIM_UNKNOWN, pointer, "There is no claim " + next);
            }
            if (!(other.content().value() instanceof Value.AnotherClaim further)) {
                return;
            }
            next = further.claim();
        }
    }

    private void requireSource(SourceId id, String pointer) {
        if (lookups.source(id) == null) {
            throw Refused.because(RefusalCode.SOURCE_UNKNOWN, pointer, "There is no source " + id);
        }
    }

    private void requireSubject(SubjectId id, String pointer) {
        if (lookups.subject(id) == null) {
            throw Refused.because(RefusalCode.SUBJECT_UNKNOWN, pointer, "There is no subject " + id);
        }
    }
}
