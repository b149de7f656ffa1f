package org.claimsledger.value;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What narrows a claim down: a text, or {@code {"subject": id}} in JSON. */
@JsonDeserialize(using = Qualifier.Deserializer.class)
public sealed interface Qualifier {

    /** A qualifier in words. */
    record Text(@JsonValue String text) implements Qualifier {
        public Text {
            TextRules.line(text, TextRules.SHORT);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A subject of the ledger, such as the case that a sentence was passed in. */
    record AnotherSubject(SubjectId subject) implements Qualifier {

        @Override
        public String toString() {
            return subject.value();
        }
    }

    /** The words themselves, or the id of the subject. */
    default String text() {
        return switch (this) {
            case Text it -> it.text;
            case AnotherSubject it -> it.subject.value();
        };
    }

    static Qualifier read(JsonNode node) {
        if (node.isString()) {
            return new Text(node.stringValue());
        }
        JsonNode subject = node.get("subject");
        if (subject == null || !subject.isString() || node.size() != 1) {
            throw Refused.because(RefusalCode.WRONG_TYPE, "A qualifier is a text or {\"subject\": id}");
        }
        return Refused.at("/subject", () -> new AnotherSubject(new SubjectId(subject.stringValue())));
    }

    /** Reads a qualifier inside a stored event. */
    final class Deserializer extends ValueDeserializer<Qualifier> {

        @Override
        public Qualifier deserialize(JsonParser parser, DeserializationContext context) {
            return read(context.<JsonNode>readTree(parser));
        }
    }
}
