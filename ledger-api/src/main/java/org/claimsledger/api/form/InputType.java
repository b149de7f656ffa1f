package org.claimsledger.api.form;

import java.math.BigDecimal;
import java.util.function.Function;
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
    /** Names with texts, one pair a line, as in {@code wikidata: Q42}. */
    PAIRS {
        @Override
        @Nullable
        public JsonNode read(FormInput formInput, String name) {
            return pairs(formInput.lines(name), JSON::stringNode);
        }
    },
    /** Names with texts or subjects, one pair a line, as in {@code case: coup-case} or {@code case: subject: coup-case}. */
    QUALIFIERS {
        @Override
        @Nullable
        public JsonNode read(FormInput formInput, String name) {
            return pairs(formInput.lines(name), InputType::qualifier);
        }
    },
    /**
     * Who says it first, then through whom it came, one a line: a name, the id of a subject or source, or after
     * {@code anonymous:} a description of somebody who is not named.
     */
    ATTESTORS {
        @Override
        @Nullable
        public JsonNode read(FormInput formInput, String name) {
            ArrayNode chain = JSON.arrayNode();
            formInput.lines(name).forEach(line -> chain.add(attestor(line)));
            return chain.isEmpty() ? null : chain;
        }
    },
    /** Somebody: a name, or the id of a subject. */
    ATTESTOR {
        @Override
        @Nullable
        public JsonNode read(FormInput formInput, String name) {
            String text = formInput.text(name);
            return text.isEmpty() ? null : attestor(text);
        }
    },
    /** Terms, one a line, each with its broader term, as in {@code murder < homicide}. */
    TERMS {
        @Override
        @Nullable
        public JsonNode read(FormInput formInput, String name) {
            ArrayNode terms = JSON.arrayNode();
            for (String line : formInput.lines(name)) {
                String[] pair = line.split("<", 2);
                if (pair.length == 1) {
                    terms.add(line);
                } else {
                    terms.addObject().put("term", pair[0].strip()).put("broader", pair[1].strip());
                }
            }
            return terms.isEmpty() ? null : terms;
        }
    },
    /** Pieces of evidence, one a line, by claim and id, as in {@code otembaev-sentence: e1}. */
    EVIDENCE {
        @Override
        @Nullable
        public JsonNode read(FormInput formInput, String name) {
            ArrayNode evidence = JSON.arrayNode();
            for (String line : formInput.lines(name)) {
                String[] pair = line.split(":", 2);
                ObjectNode one = evidence.addObject().put("claim", pair[0].strip());
                if (pair.length == 2) {
                    one.put("evidence", pair[1].strip());
                }
            }
            return evidence.isEmpty() ? null : evidence;
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

    private static final Pattern BY_ID = Pattern.compile("(subject|source):\\s*(\\S+)");

    private static final Pattern ANONYMOUS = Pattern.compile("anonymous:\\s*(.+)");

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

    private static @Nullable JsonNode pairs(Iterable<String> lines, Function<String, JsonNode> reader) {
        ObjectNode pairs = JSON.objectNode();
        for (String line : lines) {
            String[] pair = line.split(":", 2);
            pairs.set(pair[0].strip(), reader.apply(pair.length == 1 ? "" : pair[1].strip()));
        }
        return pairs.isEmpty() ? null : pairs;
    }

    private static JsonNode attestor(String text) {
        Matcher byId = BY_ID.matcher(text);
        if (byId.matches()) {
            return JSON.objectNode().put(byId.group(1), byId.group(2));
        }
        Matcher anonymous = ANONYMOUS.matcher(text);
        return anonymous.matches()
                ? JSON.objectNode().put("text", anonymous.group(1)).put("anonymous", true)
                : JSON.stringNode(text);
    }

    private static JsonNode qualifier(String text) {
        Matcher byId = BY_ID.matcher(text);
        return byId.matches() && byId.group(1).equals("subject")
                ? JSON.objectNode().put("subject", byId.group(2))
                : JSON.stringNode(text);
    }

    /** The number, or the text as it is, which the reader of the body then refuses. */
    static JsonNode number(String text) {
        try {
            BigDecimal number = new BigDecimal(text.replace(" ", "").replace("\u00a0", ""));
            return number.scale() == 0 ? JSON.numberNode(number.unscaledValue()) : JSON.numberNode(number);
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
