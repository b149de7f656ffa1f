package org.claimsledger.event;

import com.fasterxml.jackson.annotation.JsonValue;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Somebody in an attribution chain: a text, {@code {"subject": id}} or {@code {"source": id}} in JSON. */
@JsonDeserialize(using = Attestor.Deserializer.class)
public sealed interface Attestor {

    /** Somebody known by a name only. */
    record ByName(@JsonValue String name) implements Attestor {
        public ByName {
            TextRules.line(name, TextRules.NAME);
        }
    }

    /** A subject of the ledger. */
    record BySubject(SubjectId subject) implements Attestor {}

    /** A source of the ledger. */
    record BySource(SourceId source) implements Attestor {}

    /** With the pseudonym of a hidden source in place of its id. */
    default Attestor redacted(HiddenSources hidden) {
        return switch (this) {
            case BySource by -> new BySource(hidden.shownId(by.source()));
            case BySubject by -> by;
            case ByName by -> by;
        };
    }

    static Attestor read(JsonNode node) {
        if (node.isString()) {
            return new ByName(node.stringValue());
        }
        if (node.isObject() && node.size() == 1) {
            JsonNode subject = node.get("subject");
            if (subject != null && subject.isString()) {
                return new BySubject(new SubjectId(subject.stringValue()));
            }
            JsonNode source = node.get("source");
            if (source != null && source.isString()) {
                return new BySource(new SourceId(source.stringValue()));
            }
        }
        throw Refused.because(RefusalCode.WRONG_TYPE, "An attestor is a text, {\"subject\": id} or {\"source\": id}");
    }

    /** Reads an attestor inside a stored event. */
    final class Deserializer extends ValueDeserializer<Attestor> {

        @Override
        public Attestor deserialize(JsonParser parser, DeserializationContext context) {
            return read(context.<JsonNode>readTree(parser));
        }
    }
}
