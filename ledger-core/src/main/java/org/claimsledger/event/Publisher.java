package org.claimsledger.event;

import com.fasterxml.jackson.annotation.JsonValue;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Whoever published a source: a text, or {@code {"subject": id}} in JSON. */
@JsonDeserialize(using = Publisher.Deserializer.class)
public sealed interface Publisher {

    /** A publisher known by its name only. */
    record ByName(@JsonValue String name) implements Publisher {
        public ByName {
            TextRules.line(name, TextRules.NAME);
        }
    }

    /** A subject of the ledger, which may have other names and a parent. */
    record BySubject(SubjectId subject) implements Publisher {}

    static Publisher read(JsonNode node) {
        if (node.isString()) {
            return new ByName(node.stringValue());
        }
        JsonNode subject = node.get("subject");
        if (subject == null || !subject.isString() || node.size() != 1) {
            throw Refused.because(RefusalCode.WRONG_TYPE, "A publisher is a text or {\"subject\": id}");
        }
        return Refused.at("/subject", () -> new BySubject(new SubjectId(subject.stringValue())));
    }

    /** Reads a publisher inside a stored event. */
    final class Deserializer extends ValueDeserializer<Publisher> {

        @Override
        public Publisher deserialize(JsonParser parser, DeserializationContext context) {
            return read(context.<JsonNode>readTree(parser));
        }
    }
}
