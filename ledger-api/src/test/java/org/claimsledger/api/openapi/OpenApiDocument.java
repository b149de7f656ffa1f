package org.claimsledger.api.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimsledger.api.read.OpenApiController;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The committed document, read for tests. */
public final class OpenApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");

    private static final OpenApiDocument COMMITTED = new OpenApiDocument();

    /** A call, as in {@code POST /api/v1/claims}. */
    public record DocumentedOperation(String method, String path, JsonNode node) {

        public String id() {
            return node.path("operationId").asString("");
        }

        /** The op of the same body in an import. */
        public String op() {
            return id().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        }

        /** The role that it needs; empty where it needs none. */
        public String role() {
            return node.path("x-role").asString("");
        }

        /** Whether it carries a command, and so records something. */
        boolean isCommand() {
            return !body().isMissingNode() && node.path("parameters").toString().contains("IdempotencyKey");
        }

        public JsonNode body() {
            return node.at("/requestBody/content/application~1json");
        }

        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    private final JsonNode root;

    private OpenApiDocument() {
        try (InputStream file = OpenApiDocument.class.getResourceAsStream(OpenApiController.FILE)) {
            root = new YAMLMapper().readTree(Objects.requireNonNull(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static OpenApiDocument committed() {
        return COMMITTED;
    }

    JsonNode root() {
        return root;
    }

    JsonNode schema(String name) {
        JsonNode schema = root.at("/components/schemas/" + name);
        if (schema.isMissingNode()) {
            throw new AssertionError("The document has no schema " + name);
        }
        return schema;
    }

    public List<DocumentedOperation> operations() {
        List<DocumentedOperation> documentedOperations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        documentedOperations.add(
                                new DocumentedOperation(method.getKey(), path.getKey(), method.getValue()));
                    }
                }));
        return documentedOperations;
    }

    /** The calls that carry one command each, by the op that the command has in an import. */
    public Map<String, DocumentedOperation> commands() {
        Map<String, DocumentedOperation> commands = new TreeMap<>();
        operations().stream()
                .filter(DocumentedOperation::isCommand)
                .forEach(documentedOperation -> commands.put(documentedOperation.op(), documentedOperation));
        return commands;
    }

    /** The target of a reference; anything else unchanged. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        if (!reference.isString()) {
            return node;
        }
        JsonNode target = root.at(reference.stringValue().substring(1));
        if (target.isMissingNode()) {
            throw new AssertionError("The document has nothing at " + reference.stringValue());
        }
        return resolved(target);
    }

    /** The schema behind references and behind "or null", with what it says of the field. */
    JsonNode effectiveSchema(JsonNode schema) {
        JsonNode resolved = resolved(schema);
        for (JsonNode choice : resolved.path("anyOf")) {
            if (!choice.path("type").asString("").equals("null")) {
                return effectiveSchema(choice);
            }
        }
        return resolved;
    }

    /** All words of the text that stand in backticks and look like codes. */
    static List<String> codesIn(String text) {
        List<String> codes = new ArrayList<>();
        Matcher matcher = CODE.matcher(text);
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        return codes;
    }

    /** Every object in the document, with its JSON pointer. */
    void eachObject(BiConsumer<String, JsonNode> visitor) {
        visit("", root, visitor);
    }

    private static void visit(String pointer, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(pointer, node);
            node.properties()
                    .forEach(entry -> visit(
                            pointer + "/" + entry.getKey().replace("~", "~0").replace("/", "~1"),
                            entry.getValue(),
                            visitor));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            visit(pointer + "/" + i, node.get(i), visitor);
        }
    }
}
