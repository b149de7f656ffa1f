package org.claimsledger.api.form;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of control. Each makes the JSON of a body from what is typed into it. */
public enum InputType {
    LINE,
    TEXT,
    /** A date in EDTF; the page shows its meaning in words. */
    DATE,
    /** One option of a list. */
    CHOICE,
    /** The id of a source, a subject or a claim of the ledger, which can be searched for. */
    SOURCE,
    SUBJECT,
    CLAIM,
    /** Entries, one a line. */
    LINES {
        @Override
        @Nullable
        public JsonNode read(FormInput formInput, String name) {
            return array(formInput.lines(name));
        }
    },
    /** Any number of options of a list. */
    CHOICES {
        @Override
        @Nullable
        public JsonNode read(FormInput formInput, String name) {
            return array(formInput.all(name));
        }
    },
    /** Names with texts, one pair a line, as in {@code case: coup-case}. */
    PAIRS {
        @Override
        @Nullable
        public JsonNode read(FormInput formInput, String name) {
            ObjectNode pairs = JSON.objectNode();
            for (String line : formInput.lines(name)) {
                String[] pair = line.split(":", 2);
                pairs.put(pair[0].strip(), pair.length == 1 ? "" : pair[1].strip());
            }
            return pairs.isEmpty() ? null : pairs;
        }
    },
    /** The attestor, then those through whom it came, one a line: a name, or the id of a subject or source. */
    ATTESTORS {
        @Override
        @Nullable
        public JsonNode read(FormInput formInput, String name) {
            ArrayNode chain = JSON.arrayNode();
            for (String line : formInput.lines(name)) {
                Matcher byId = ATTESTOR_BY_ID.matcher(line);
                if (byId.matches()) {
                    chain.addObject().put(byId.group(1), byId.group(2));
                } else {
                    chain.add(line);
                }
            }
            return chain.isEmpty() ? null : chain;
        }
    },
    /** Ticked, or not. */
    FLAG {
        @Override
        @Nullable
        public JsonNode read(FormInput formInput, String name) {
            return formInput.has(name) ? JSON.booleanNode(true) : null;
        }
    },
    NUMBER {
        @Override
        @Nullable
        public JsonNode read(FormInput formInput, String name) {
            String text = formInput.text(name);
            return text.isEmpty() ? null : number(text);
        }
    },
    /** The value of a claim, of any kind. */
    VALUE {
        @Override
        @Nullable
        public JsonNode read(FormInput formInput, String name) {
            return ValueControls.read(formInput, name);
        }
    };

    private static final Pattern ATTESTOR_BY_ID = Pattern.compile("(subject|source):\\s*(\\S+)");

    public static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The suffix of the control with the text that was searched for. */
    public static final String LOOKUP_SUFFIX = ".find";

    /** The JSON of the field in a body; absent where nothing was typed. */
    @Nullable
    public JsonNode read(FormInput formInput, String name) {
        String text = formInput.text(name);
        if (text.isEmpty() && isLookup()) {
            text = formInput.text(name + LOOKUP_SUFFIX);
        }
        return text.isEmpty() ? null : JSON.stringNode(text);
    }

    /** Whether its id can be searched for. */
    public boolean isLookup() {
        return this == SOURCE || this == SUBJECT || this == CLAIM;
    }

    /** The number, or the text as it is, which the reader of the body then refuses. */
    static JsonNode number(String text) {
        try {
            return JSON.numberNode(new BigDecimal(text.replace(" ", "").replace("\u00a0", "")));
        } catch (NumberFormatException none) {
            return JSON.stringNode(text);
        }
    }

    private static @Nullable JsonNode array(Iterable<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array.isEmpty() ? null : array;
    }
}
