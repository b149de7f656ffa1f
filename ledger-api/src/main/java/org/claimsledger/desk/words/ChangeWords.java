package org.claimsledger.desk.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.ClaimEvent.ClaimsRelated;
import org.claimsledger.event.EventJson;
import org.claimsledger.event.Publisher;
import org.claimsledger.projection.audit.FieldChange;
import org.claimsledger.time.DateInWords;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Qualifier;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts the differences of two states into words. */
public final class ChangeWords {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("valid", "valid time"),
            Map.entry("validAsStated", "time as the source has it"),
            Map.entry("origins/supporting", "origins for it"),
            Map.entry("origins/disputing", "origins against it"),
            Map.entry("alsoKnownAs", "other names"),
            Map.entry("externalIds", "ids elsewhere"),
            Map.entry("retrievedAt", "captured"),
            Map.entry("contentSha256", "SHA-256 of the capture"),
            Map.entry("assessment/assessor", "checked by"),
            Map.entry("assessment/assessedOn", "checked on"),
            Map.entry("assessment/basis", "basis of the check"),
            Map.entry("parent", "a part of"),
            Map.entry("zone", "time zone"),
            Map.entry("mergedInto", "read under"));

    /** The fields whose texts are shown as they were written. */
    private static final Set<String> VERBATIM = Set.of("statement", "title", "name", "note", "label", "publisher");

    private final NameLookup nameLookup;
    private final ValueWords values;
    private final @Nullable PredicateKey predicate;

    /** @param predicate of the claim whose changes these are; absent for other things */
    public ChangeWords(NameLookup nameLookup, ValueWords values, @Nullable PredicateKey predicate) {
        this.nameLookup = nameLookup;
        this.values = values;
        this.predicate = predicate;
    }

    public List<ChangeRow> of(List<FieldChange> fieldChanges) {
        List<ChangeRow> lines = new ArrayList<>();
        for (FieldChange fieldChange : fieldChanges) {
            String path = fieldChange.path().substring(1);
            if (!isImplied(path, fieldChange)) {
                lines.add(
                        new ChangeRow(label(path), text(path, fieldChange.before()), text(path, fieldChange.after())));
            }
        }
        return lines;
    }

    /** Whether the change follows from another one, as when new evidence counts for the claim. */
    private static boolean isImplied(String path, FieldChange fieldChange) {
        return path.matches("evidence/[^/]+/.+") && fieldChange.before() == null
                || path.matches("evidence/[^/]+/withdrawn")
                        && Boolean.FALSE.equals(fieldChange.before())
                        && Boolean.FALSE.equals(fieldChange.after());
    }

    private static String label(String path) {
        String ownLabel = LABELS.get(path);
        if (ownLabel != null) {
            return ownLabel;
        }
        String[] parts = path.split("/");
        return switch (parts[0]) {
            case "evidence" -> "evidence " + parts[1] + (parts.length > 2 ? ": " + evidence(parts[2]) : "");
            case "qualifiers" -> Phrases.withSpaces(parts[1]);
            case "relations" -> "relation";
            case "notices" -> "notice";
            case "names" -> "name";
            default -> spaced(parts[0]);
        };
    }

    private static String evidence(String part) {
        return switch (part) {
            case "live" -> "counts";
            case "speaksFor" -> "speaks for";
            default -> spaced(part);
        };
    }

    private static String spaced(String camelCase) {
        return Phrases.withSpaces(camelCase)
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    private @Nullable String text(String path, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Value said when predicate != null -> values.of(said, predicate).text();
            case Edtf date -> DateInWords.brief(date);
            case Qualifier.AnotherSubject it -> nameLookup.subject(it.subject()).text();
            case Publisher.ByName publisher -> publisher.name();
            case Publisher.BySubject by -> nameLookup.subject(by.subject()).text();
            case Attestor.BySubject by -> nameLookup.subject(by.subject()).text();
            case SubjectId subject -> nameLookup.subject(subject).text();
            case PredicateKey key -> nameLookup.label(key);
            case ClaimsRelated related ->
                related.claim() + " " + Phrases.of(related.relation()) + " " + related.other();
            case String text when VERBATIM.contains(path) -> text;
            default -> plain(EventJson.tree(value));
        };
    }

    /** Any other value, field by field as it is written. */
    private String plain(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue() ? "yes" : "no";
        }
        if (node.isObject()) {
            List<String> parts = new ArrayList<>();
            node.propertyStream()
                    .forEach(it -> parts.add(spaced(it.getKey()) + " " + field(it.getKey(), it.getValue())));
            return String.join("; ", parts);
        }
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(each -> parts.add(plain(each)));
            return String.join(", ", parts);
        }
        return node.isString() ? Phrases.withSpaces(node.stringValue()) : node.asString();
    }

    private String field(String name, JsonNode node) {
        return name.equals("source") && node.isString()
                ? nameLookup.source(new SourceId(node.stringValue())).text()
                : plain(node);
    }

    /**
     * A difference, in words.
     *
     * @param what field differs
     * @param before absent where there was nothing
     * @param after absent where there is nothing any more
     */
    public record ChangeRow(
            String what, @Nullable String before, @Nullable String after) {

        /** Both as one text with its differences marked. */
        public List<WordDifference.Segment> segments() {
            return WordDifference.between(before == null ? "" : before, after == null ? "" : after);
        }
    }
}
