package org.claimsledger.event;

import com.fasterxml.jackson.annotation.JsonValue;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.TextRules;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A term that a predicate takes. In JSON a text, or {@code {"term": "murder", "broader": "homicide"}}.
 *
 * @param broader the term that it implies: every murder is a homicide
 */
@JsonDeserialize(using = VocabularyTerm.Deserializer.class)
public record VocabularyTerm(String term, @Nullable String broader) {

    public VocabularyTerm {
        TextRules.line(term, TextRules.SHORT);
        TextRules.lineAt("/broader", broader, TextRules.SHORT);
    }

    /** A term that implies no other one. */
    public VocabularyTerm(String term) {
        this(term, null);
    }

    @JsonValue
    Object json() {
        return broader == null ? term : new NarrowerTerm(term, broader);
    }

    private record NarrowerTerm(String term, String broader) {}

    public static VocabularyTerm read(JsonNode node) {
        if (node.isString()) {
            return new VocabularyTerm(node.stringValue());
        }
        if (!node.isObject()) {
            throw Refused.because(RefusalCode.WRONG_TYPE, "A term is a text or {\"term\": text, \"broader\": text}");
        }
        for (String field : node.propertyNames()) {
            if (!field.equals("term") && !field.equals("broader")) {
                throw Refused.because(
                        RefusalCode.UNKNOWN_FIELD, Refusal.pointerTo(field), "There is no such field here");
            }
        }
        String term = text(node, "term");
        if (term == null) {
            throw Refused.because(RefusalCode.FIELD_MISSING, "/term", "The field is required");
        }
        Refused.at("/term", () -> TextRules.line(term, TextRules.SHORT));
        return new VocabularyTerm(term, text(node, "broader"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode text = node.get(field);
        if (text == null || text.isNull()) {
            return null;
        }
        if (!text.isString()) {
            throw Refused.because(RefusalCode.WRONG_TYPE, Refusal.pointerTo(field), "A string");
        }
        return text.stringValue();
    }

    /** Reads a term inside a stored event. */
    static final class Deserializer extends ValueDeserializer<VocabularyTerm> {

        @Override
        public VocabularyTerm deserialize(JsonParser parser, DeserializationContext context) {
            return read(context.<JsonNode>readTree(parser));
        }
    }
}
