package org.claimsledger.value;

import java.util.Locale;

/** Why the ledger refused. Codes are part of the contract: codes are added, but never renamed. */
public enum RefusalCode {
    MALFORMED_JSON(Kind.UNREADABLE, "The body is not one JSON object"),
    UNKNOWN_FIELD(Kind.UNREADABLE, "A field that the ledger does not know"),
    DUPLICATE_FIELD(Kind.UNREADABLE, "A field that stands twice in one object"),
    WRONG_TYPE(Kind.UNREADABLE, "A JSON type other than the field's"),
    UNKNOWN_OPTION(Kind.UNREADABLE, "A word that is none of the field's options"),
    OP_UNKNOWN(Kind.UNREADABLE, "An import line whose op is none of the ledger's commands"),
    INVALID_PARAMETER(Kind.UNREADABLE, "A query parameter that cannot be read"),
    PARAMETER_UNKNOWN(Kind.UNREADABLE, "A query parameter that the call does not have"),
    INVALID_VIEWPOINT(Kind.UNREADABLE, "A viewpoint that is no date, instant or position of the ledger"),
    INVALID_CURSOR(Kind.UNREADABLE, "A cursor that this list did not give out"),
    INVALID_HEADER(Kind.UNREADABLE, "A header that cannot be read"),
    UNSUPPORTED_MEDIA_TYPE(Kind.OTHER_MEDIA, "A body of another media type than the call takes"),

    ID_TAKEN(Kind.CONFLICT, "The id is registered already"),
    URL_TAKEN(Kind.CONFLICT, "The URL belongs to another source"),
    ALREADY_RETRACTED(Kind.CONFLICT, "What is to be retracted is retracted already"),
    NOT_RETRACTED(Kind.CONFLICT, "What is to be reinstated is not retracted"),
    ALREADY_PROTECTED(Kind.CONFLICT, "The source is protected already"),
    NOT_PROTECTED(Kind.CONFLICT, "The source that is to be disclosed is not protected"),
    ALREADY_WITHDRAWN(Kind.CONFLICT, "The evidence or the notice is withdrawn already"),
    EVIDENCE_DUPLICATE(Kind.CONFLICT, "The same source, stance, modality and attestor stand on this claim already"),
    NOT_PROPOSED(Kind.CONFLICT, "What is to be decided on does not wait for a review, or was accepted already"),
    ALREADY_REFUSED(Kind.CONFLICT, "What is to be refused was refused already"),
    NOT_ACCEPTED(Kind.CONFLICT, "What waits for a review, or was refused, cannot be retracted or withdrawn"),
    RELATION_DUPLICATE(Kind.CONFLICT, "The two claims are so related already"),
    NAME_DUPLICATE(Kind.CONFLICT, "The subject has that name already"),
    ALREADY_MERGED(Kind.CONFLICT, "The subject was merged into another already"),
    JUDGED_DIFFERENT(Kind.CONFLICT, "The subjects, or two that are read under them, were found to be two"),
    JUDGEMENT_UNCHANGED(Kind.CONFLICT, "The last comparison of the two subjects found the same"),
    POLICY_IN_USE(Kind.CONFLICT, "Questions are answered by that version of the policy already"),
    PREDICATE_IN_USE(Kind.CONFLICT, "Claims use the predicate, and this is its only definition"),
    NOT_MERGED(Kind.CONFLICT, "The subject is not merged into this one"),
    REBUILD_RUNNING(Kind.CONFLICT, "The projection is being rebuilt already"),
    NAME_TAKEN(Kind.CONFLICT, "Another token has the name, or had it before it was revoked"),
    BUSY(Kind.CONFLICT, "Other writers changed the same things at the same time, again and again; send it again"),

    REVISION_MOVED(Kind.MOVED, "The claim's revision is not the one that If-Match named"),

    FIELD_MISSING(Kind.INVALID, "A required field is absent"),
    FIELD_UNEXPECTED(Kind.INVALID, "A field that excludes another one that is given"),
    INVALID_ID(Kind.INVALID, "Not an id"),
    INVALID_NAME(Kind.INVALID, "Not a name for a token, or one that is the program's own"),
    INVALID_EXPIRY(Kind.INVALID, "A time to expire that is past or too far off"),
    INVALID_EDTF(Kind.INVALID, "Not a date of EDTF (ISO 8601-2:2019), or an impossible one"),
    INVALID_INSTANT(Kind.INVALID, "Not an instant of RFC 3339"),
    INVALID_URL(Kind.INVALID, "Not an absolute http or https URL"),
    INVALID_LANGUAGE(Kind.INVALID, "Not a language tag of BCP 47"),
    INVALID_ZONE(Kind.INVALID, "Not the name of a time zone in the IANA database"),
    INVALID_UNIT(Kind.INVALID, "Neither a UCUM code nor an ISO 4217 currency"),
    INVALID_DIGEST(Kind.INVALID, "Not a SHA-256 in 64 hexadecimal digits"),
    INVALID_TEXT(Kind.INVALID, "Text that is empty or holds control characters or lone surrogates"),
    INVALID_NUMBER(Kind.INVALID, "A number of more than 15 significant digits, or out of range"),
    INVALID_RANGE(Kind.INVALID, "A range whose lower end lies above its upper end"),
    INVALID_CARDINALITY(Kind.INVALID, "Neither one, many nor one_per:<qualifier>"),
    INVALID_QUALIFIER(Kind.INVALID, "A qualifier's key or text is not well formed"),
    TEXT_TOO_LONG(Kind.INVALID, "Text beyond the field's limit"),
    TOO_MANY(Kind.INVALID, "More entries than the field's limit"),
    BODY_TOO_LARGE(Kind.TOO_LARGE, "A body or line beyond the limit"),
    SOURCE_UNKNOWN(Kind.INVALID, "No source of that id"),
    SUBJECT_UNKNOWN(Kind.INVALID, "No subject of that id"),
    PREDICATE_UNKNOWN(Kind.INVALID, "No predicate of that key"),
    CLAIM_UNKNOWN(Kind.INVALID, "No claim of that id"),
    PROJECTION_UNKNOWN(Kind.UNKNOWN, "No projection of that name"),
    TOKEN_UNKNOWN(Kind.UNKNOWN, "No token of that id"),
    POLICY_UNKNOWN(Kind.INVALID, "No version of the policy by which this program can answer, or none that was in use"),
    NOTICE_UNKNOWN(Kind.INVALID, "The source has no notice of that number"),
    NAME_UNKNOWN(Kind.INVALID, "The subject has no such name"),
    MAIN_NAME(Kind.INVALID, "The name that a subject was registered under cannot be withdrawn"),
    RELATION_UNKNOWN(Kind.INVALID, "The two claims are not so related"),
    EVIDENCE_UNKNOWN(Kind.INVALID, "No evidence of that id on the claim, or none of this source"),
    EVIDENCE_UNEXPECTED(Kind.INVALID, "A notice about the whole source that names single pieces of evidence"),
    EVIDENCE_MISSING(Kind.INVALID, "A partial retraction names the evidence that it ends"),
    VALUE_KIND_MISMATCH(Kind.INVALID, "The predicate does not take values of this kind"),
    UNIT_MISMATCH(Kind.INVALID, "The unit cannot be converted to the predicate's"),
    TERM_UNKNOWN(Kind.INVALID, "The term is not in the predicate's vocabulary"),
    QUALIFIER_MISSING(Kind.INVALID, "A qualifier that the predicate's cardinality names is absent"),
    UPDATE_CHANGES_VALUE(Kind.INVALID, "An update changes the valid time, the statement and the finality only"),
    CLARIFICATION_CHANGES_CONTENT(Kind.INVALID, "A clarification changes the statement only"),
    REVISION_WITHOUT_CHANGE(Kind.INVALID, "The revision changes nothing"),
    AMENDMENT_WITHOUT_CHANGE(Kind.INVALID, "The amendment changes nothing"),
    LINEAGE_CYCLE(Kind.INVALID, "The lineage would lead back to the source itself"),
    TERM_CYCLE(Kind.INVALID, "A term of the vocabulary would be broader than itself"),
    PARENT_CYCLE(Kind.INVALID, "A subject would be a part of itself"),
    CLAIM_CYCLE(Kind.INVALID, "The claim would be about itself"),
    SELF_REFERENCE(Kind.INVALID, "A thing cannot be related to, compared or merged with itself"),
    MERGE_CYCLE(Kind.INVALID, "The subject that is to be kept was merged into another one"),

    IDEMPOTENCY_KEY_REUSED(Kind.INVALID, "The Idempotency-Key was used for another body"),
    UNAUTHORIZED(Kind.UNAUTHORIZED, "Neither a valid token nor a session, and the call needs one"),
    FORBIDDEN(Kind.FORBIDDEN, "The caller's role may not do this"),
    CSRF_TOKEN_MISSING(Kind.FORBIDDEN, "A write of a session without its CSRF token, or with another one"),
    RATE_LIMITED(Kind.TOO_OFTEN, "More requests in a short time than one client may make; try again shortly"),
    OVERLOADED(Kind.STOPPED, "More comes in than can be taken; nothing was recorded, send it again shortly"),
    STOPPING(Kind.STOPPED, "The server stops; what was not carried out is to be sent again when it is back"),
    NOT_READY(Kind.STOPPED, "The read side has not caught up with the log; try again shortly"),
    STORE_STOPPED(Kind.STOPPED, "The store has stopped taking writes; a restart is needed"),
    STORE_UNAVAILABLE(Kind.STOPPED, "The store's database does not answer; try again, no restart is needed"),
    STORAGE_FULL(Kind.FULL, "The file system has too little room left to write; writing goes on once there is more");

    /** The kind of refusal, which decides the HTTP status. */
    public enum Kind {
        UNREADABLE,
        UNAUTHORIZED,
        FORBIDDEN,
        UNKNOWN,
        CONFLICT,
        MOVED,
        TOO_LARGE,
        OTHER_MEDIA,
        INVALID,
        STOPPED,
        FULL,
        TOO_OFTEN
    }

    private final Kind kind;
    private final String meaning;

    RefusalCode(Kind kind, String meaning) {
        this.kind = kind;
        this.meaning = meaning;
    }

    public Kind kind() {
        return kind;
    }

    /** One sentence without its full stop, for the title of a problem and for the docs. */
    public String meaning() {
        return meaning;
    }

    /** The code as JSON and the docs spell it: {@code id_taken}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
