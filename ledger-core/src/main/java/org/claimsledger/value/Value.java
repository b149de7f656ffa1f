package org.claimsledger.value;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.claimsledger.time.Edtf;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The value that a claim gives its subject. In JSON it is an object of one field, which names the kind. */
@JsonDeserialize(using = ValueJson.Deserializer.class)
public sealed interface Value {

    /** The kinds that a predicate may take; {@code unknown} and {@code none} fit every predicate. */
    enum Kind {
        QUANTITY,
        TERM,
        SUBJECT,
        CLAIM,
        TEXT,
        DATE,
        FLAG,
        UNKNOWN,
        NONE;

        public String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Kind kind();

    /** A number with its unit: 20 years, at least 238 people. */
    record Measured(@JsonProperty("quantity") Quantity quantity) implements Value {
        @Override
        public Kind kind() {
            return Kind.QUANTITY;
        }
    }

    /** A word of the predicate's vocabulary, as in {@code suicide}. */
    record Term(String term) implements Value {
        public Term {
            TextRules.line(term, TextRules.SHORT);
        }

        @Override
        public Kind kind() {
            return Kind.TERM;
        }
    }

    /** Another subject: the office that was held, the person that was accused. */
    record AnotherSubject(SubjectId subject) implements Value {
        @Override
        public Kind kind() {
            return Kind.SUBJECT;
        }
    }

    /** Another claim: what the subject says, denies, or is quoted with. */
    record AnotherClaim(ClaimId claim) implements Value {
        @Override
        public Kind kind() {
            return Kind.CLAIM;
        }
    }

    /** Text, for values that fit no other kind. */
    record Text(String text) implements Value {
        public Text {
            TextRules.lines(text, TextRules.VALUE);
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }
    }

    /** A date in the world. */
    record Date(Edtf date) implements Value {
        @Override
        public Kind kind() {
            return Kind.DATE;
        }
    }

    /** Whether the statement is true; a negative statement is {@code false}. */
    record Flag(boolean flag) implements Value {
        @Override
        public Kind kind() {
            return Kind.FLAG;
        }
    }

    /** There is a value, but it is unknown. */
    record Unknown() implements Value {
        @JsonProperty("unknown")
        boolean marker() {
            return true;
        }

        @Override
        public Kind kind() {
            return Kind.UNKNOWN;
        }
    }

    /** There is no value. */
    record None() implements Value {
        @JsonProperty("none")
        boolean marker() {
            return true;
        }

        @Override
        public Kind kind() {
            return Kind.NONE;
        }
    }
}
