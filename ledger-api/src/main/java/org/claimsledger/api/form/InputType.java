package org.claimsledger.api.form;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of control, and what a body says for what is typed into one. */
public enum InputType {
    LINE,
    TEXT,
    /** A date in EDTF; the page says in words what it means. */
    DATE,
    /** One of a list. */
    CHOICE,
    /** A source, a subject or a claim of the ledger, which is searched for and then chosen, or named by its id. */
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
    /** Any number of a list. */
    CHOICES {
        @Override
        @Nullable
        public JsonNode read(FormInput formInput, String name) {
            return array(formInput.all(name));
        }
    },
    /** Names and texts, a pair a line, as in {@code case: coup-case}. */
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
    /** Who says it, and through whom it came, one a line: a name, or the id of what the ledger knows them as. */
    ATTESTORS {
        @Override
        @Nullable
        public JsonNode read(FormInput formInput, String name) {
            ArrayNode chain = JSON.arrayNode();
            for (String line : formInput.lines(name)) {
                Matcher known = ATTESTOR_BY_ID.matcher(line);
                if (known.matches()) {
                    chain.addObject().put(known.group(1), known.group(2));
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
    /** What a claim says, of one of the kinds that there are. */
    VALUE {
        @Override
        @Nullable
        public JsonNode read(FormInput formInput, String name) {
            return ValueControls.read(formInput, name);
        }
    };

    private static final Pattern ATTESTOR_BY_ID = Pattern.compile("(subject|source):\\s*(\\S+)");

    public static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Beside a control whose entry is searched for: what was searched for. */
    public static final String LOOKUP_SUFFIX = ".find";

    /** What the body has at the field; absent where nothing was typed. */
    @Nullable
    public JsonNode read(FormInput formInput, String name) {
        String text = formInput.text(name);
        if (text.isEmpty() && isLookup()) {
            text = formInput.text(name + LOOKUP_SUFFIX);
        }
        return text.isEmpty() ? null : JSON.stringNode(text);
    }

    /** Whether what it takes is searched for. */
    public boolean isLookup() {
        return this == SOURCE || this == SUBJECT || this == CLAIM;
    }

    /** What is no number goes on as it is, to be refused in the words of whoever reads bodies. */
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
