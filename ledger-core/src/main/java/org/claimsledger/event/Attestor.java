package org.claimsledger.event;

import com.fasterxml.jackson.annotation.JsonValue;
import org.claimsledger.value.Refusal;
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

/**
 * Somebody in an attribution chain. In JSON a text, {@code {"subject": id}}, {@code {"source": id}}, or
 * {@code {"text": "…", "anonymous": true}} for somebody who is described but not named.
 */
@JsonDeserialize(using = Attestor.Deserializer.class)
public sealed interface Attestor {

    /**
     * Somebody known by a text only.
     *
     * @param anonymous whether the text only describes them, as in "two officials": it is no name, so that two who are
     *     described in the same words need not be one
     */
    record ByName(String name, boolean anonymous) implements Attestor {
        public ByName {
            TextRules.line(name, TextRules.NAME);
        }

        /** Somebody who is named. */
        public ByName(String name) {
            this(name, false);
        }

        @JsonValue
        Object json() {
            return anonymous ? new AnonymousText(name, true) : name;
        }

        private record AnonymousText(String text, boolean anonymous) {}
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
        if (node.has("text")) {
            return described(node);
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
        throw Refused.because(
                RefusalCode.WRONG_TYPE,
                "An attestor is a text, {\"subject\": id}, {\"source\": id} or {\"text\": text, \"anonymous\": true}");
    }

    private static ByName described(JsonNode node) {
        for (String field : node.propertyNames()) {
            if (!field.equals("text") && !field.equals("anonymous")) {
                throw Refused.because(
                        RefusalCode.UNKNOWN_FIELD, Refusal.pointerTo(field), "Beside a text only anonymous may stand");
            }
        }
        JsonNode text = node.get("text");
        JsonNode anonymous = node.get("anonymous");
        if (!text.isString()) {
            throw Refused.because(RefusalCode.WRONG_TYPE, "/text", "A string");
        }
        if (anonymous != null && !anonymous.isBoolean()) {
            throw Refused.because(RefusalCode.WRONG_TYPE, "/anonymous", "true or false");
        }
        return Refused.at("/text", () -> new ByName(text.stringValue(), anonymous != null && anonymous.booleanValue()));
    }

    /** Reads an attestor inside a stored event. */
    final class Deserializer extends ValueDeserializer<Attestor> {

        @Override
        public Attestor deserialize(JsonParser parser, DeserializationContext context) {
            return read(context.<JsonNode>readTree(parser));
        }
    }
}
