package org.claimsledger.api.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Locale;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.identity.Resemblance.ResemblanceReason;
import org.claimsledger.identity.SubjectProfile.ClaimedFact;
import org.claimsledger.name.Likeness.LikenessKind;
import org.jspecify.annotations.Nullable;

/**
 * A reason why two subjects may be one, or may not.
 *
 * @param reason the kind of reason
 * @param speaks {@code for} or {@code against}
 * @param ours the name, id or kind of the subject in the address
 * @param theirs that of the candidate
 * @param way in which two names are alike
 * @param likeness how alike two names are, from 0 to 1
 * @param key the qualifier, or the scheme of an id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResemblanceReasonView(
        ReasonKind reason,
        String speaks,
        String ours,
        String theirs,
        @Nullable LikenessKind way,
        @Nullable BigDecimal likeness,
        @Nullable String key) {

    /** The kinds of reasons. */
    public enum ReasonKind {
        NAME,
        EXTERNAL_ID,
        QUALIFIER,
        SUBJECT,
        KIND
    }

    private static final String FOR = "for";
    private static final String AGAINST = "against";

    static ResemblanceReasonView of(ResemblanceReason resemblanceReason) {
        return switch (resemblanceReason) {
            case ResemblanceReason.AlikeNames it ->
                new ResemblanceReasonView(
                        ReasonKind.NAME,
                        FOR,
                        it.ours(),
                        it.theirs(),
                        it.way(),
                        SubjectCandidateView.roundedDown(it.likeness()),
                        null);
            case ResemblanceReason.SameId it -> agreement(ReasonKind.EXTERNAL_ID, it.id(), it.scheme());
            case ResemblanceReason.DifferentId it ->
                conflict(ReasonKind.EXTERNAL_ID, it.ours(), it.theirs(), it.scheme());
            case ResemblanceReason.SharedFact(ClaimedFact.SameQualifier it) ->
                agreement(ReasonKind.QUALIFIER, it.text(), it.key().value());
            case ResemblanceReason.SharedFact(ClaimedFact.SameSubject it) ->
                agreement(ReasonKind.SUBJECT, it.subject().value(), null);
            case ResemblanceReason.DifferentKind it ->
                conflict(ReasonKind.KIND, spelled(it.ours()), spelled(it.theirs()), null);
        };
    }

    private static ResemblanceReasonView agreement(ReasonKind reasonKind, String said, @Nullable String key) {
        return new ResemblanceReasonView(reasonKind, FOR, said, said, null, null, key);
    }

    private static ResemblanceReasonView conflict(
            ReasonKind reasonKind, String ours, String theirs, @Nullable String key) {
        return new ResemblanceReasonView(reasonKind, AGAINST, ours, theirs, null, null, key);
    }

    private static String spelled(SubjectKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
