package org.claimsledger.api.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Locale;
import org.claimsledger.identity.Fact;
import org.claimsledger.identity.Reason;
import org.claimsledger.name.Way;
import org.claimsledger.subject.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for two subjects being one, or against it.
 *
 * @param reason what sort of reason it is
 * @param speaks {@code for} or {@code against}
 * @param ours what is held of the subject that is asked about
 * @param theirs what is held of the candidate
 * @param way in what way two names are alike
 * @param likeness how alike two names are, from 0 to 1
 * @param key the qualifier, or the scheme of an id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReasonView(
        Kind reason,
        String speaks,
        String ours,
        String theirs,
        @Nullable Way way,
        @Nullable BigDecimal likeness,
        @Nullable String key) {

    /** What sort of reason. */
    public enum Kind {
        NAME,
        EXTERNAL_ID,
        QUALIFIER,
        SUBJECT,
        KIND
    }

    private static final String FOR = "for";
    private static final String AGAINST = "against";

    static ReasonView of(Reason reason) {
        return switch (reason) {
            case Reason.Names it ->
                new ReasonView(
                        Kind.NAME, FOR, it.ours(), it.theirs(), it.way(), CandidateView.rounded(it.likeness()), null);
            case Reason.SameId it -> both(Kind.EXTERNAL_ID, it.id(), it.scheme());
            case Reason.OtherId it -> against(Kind.EXTERNAL_ID, it.ours(), it.theirs(), it.scheme());
            case Reason.Shared(Fact.Qualified it) ->
                both(Kind.QUALIFIER, it.text(), it.key().value());
            case Reason.Shared(Fact.Concerns it) ->
                both(Kind.SUBJECT, it.subject().value(), null);
            case Reason.OtherKind it -> against(Kind.KIND, spelled(it.ours()), spelled(it.theirs()), null);
        };
    }

    private static ReasonView both(Kind kind, String said, @Nullable String key) {
        return new ReasonView(kind, FOR, said, said, null, null, key);
    }

    private static ReasonView against(Kind kind, String ours, String theirs, @Nullable String key) {
        return new ReasonView(kind, AGAINST, ours, theirs, null, null, key);
    }

    private static String spelled(SubjectKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
