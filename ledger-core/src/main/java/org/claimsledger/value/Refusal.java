package org.claimsledger.value;

/**
 * One reason why a command or a query was not carried out.
 *
 * @param pointer JSON pointer (RFC 6901) of the field in the client's body; empty for the whole of it
 * @param detail what is wrong, in a sentence without its full stop, for the person who sent it
 */
public record Refusal(RefusalCode code, String pointer, String detail) {

    /** The kind, which decides the HTTP status: an unknown id in the path (empty pointer) is not like one in a body. */
    public RefusalCode.Kind kind() {
        boolean unknownId =
                switch (code) {
                    case SOURCE_UNKNOWN,
                            SUBJECT_UNKNOWN,
                            PREDICATE_UNKNOWN,
                            CLAIM_UNKNOWN,
                            EVIDENCE_UNKNOWN,
                            NOTICE_UNKNOWN,
                            POLICY_UNKNOWN -> true;
                    default -> false;
                };
        return unknownId && pointer.isEmpty() ? RefusalCode.Kind.UNKNOWN : code.kind();
    }

    /** The JSON pointer to a field, whose name may hold any character. */
    public static String pointerTo(String field) {
        return "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /** This refusal with the pointer prefixed by that of the object that holds the field. */
    public Refusal under(String parent) {
        return parent.isEmpty() ? this : new Refusal(code, parent + pointer, detail);
    }
}
