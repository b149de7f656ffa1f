package org.claimsledger.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimsledger.api.operate.HealthController.HealthView;
import org.claimsledger.api.operate.ProjectionController.ProjectionView;
import org.claimsledger.api.operate.ProjectionController.ProjectionView.ProjectionListView;
import org.claimsledger.api.operation.DryRunner.DryRunView;
import org.claimsledger.api.operation.TokenController.TokenView;
import org.claimsledger.api.read.ChangedClaimView;
import org.claimsledger.api.read.ClaimVersionView;
import org.claimsledger.api.read.ClaimView;
import org.claimsledger.api.read.FieldChangeView;
import org.claimsledger.api.read.HistoryItemView;
import org.claimsledger.api.read.PredicateReadController.PredicateView;
import org.claimsledger.api.read.QuestionView;
import org.claimsledger.api.read.ReviewQueueController.ProposalView;
import org.claimsledger.api.read.SourceView;
import org.claimsledger.api.read.SubjectView;
import org.claimsledger.api.read.SubjectView.DossierView;
import org.claimsledger.api.security.SessionController.SessionView;
import org.claimsledger.api.viewpoint.ListRequest;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.value.EvidenceRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Answers are described exactly as the records write them. */
class OpenApiResponsesTest {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.committed();

    static Stream<Arguments> views() {
        return Map.ofEntries(
                        Map.entry("Page", ListRequest.PageView.class),
                        Map.entry("Viewpoint", ViewpointView.class),
                        Map.entry("Source", SourceView.class),
                        Map.entry("Lineage", SourceView.LineageView.class),
                        Map.entry("Notice", SourceView.NoticeView.class),
                        Map.entry("EvidenceRef", EvidenceRef.class),
                        Map.entry("Subject", SubjectView.class),
                        Map.entry("SubjectName", SubjectView.NameView.class),
                        Map.entry("Predicate", PredicateView.class),
                        Map.entry("Claim", ClaimView.class),
                        Map.entry("SubjectRef", ClaimView.SubjectRef.class),
                        Map.entry("PredicateRef", ClaimView.PredicateRef.class),
                        Map.entry("SourceRef", ClaimView.SourceRef.class),
                        Map.entry("Evidence", ClaimView.EvidenceView.class),
                        Map.entry("Review", ClaimView.ReviewView.class),
                        Map.entry("Filing", ProposalView.class),
                        Map.entry("Origins", ClaimView.OriginsView.class),
                        Map.entry("Decision", ClaimView.GroundsView.class),
                        Map.entry("ClaimRelation", ClaimView.RelationView.class),
                        Map.entry("StateItem", QuestionView.class),
                        Map.entry("StateQuestion", QuestionView.QuestionKeyView.class),
                        Map.entry("StateAnswer", QuestionView.AnswerView.class),
                        Map.entry("StateAlternative", QuestionView.AlternativeView.class),
                        Map.entry("Dossier", DossierView.class),
                        Map.entry("ChangedClaim", ChangedClaimView.class),
                        Map.entry("ChangedStanding", ChangedClaimView.ClaimSummaryView.class),
                        Map.entry("HistoryItem", HistoryItemView.class),
                        Map.entry("Change", FieldChangeView.class),
                        Map.entry("Projections", ProjectionListView.class),
                        Map.entry("Projection", ProjectionView.class),
                        Map.entry("Rebuild", ProjectionView.RebuildView.class),
                        Map.entry("Tokens", TokenView.TokenListView.class),
                        Map.entry("Token", TokenView.class),
                        Map.entry("CreatedToken", TokenView.NewTokenView.class),
                        Map.entry("Session", SessionView.class),
                        Map.entry("Csrf", SessionView.CsrfView.class),
                        Map.entry("Health", HealthView.class),
                        Map.entry("StoreHealth", HealthView.StoreView.class),
                        Map.entry("ProjectionHealth", HealthView.ProjectionHealthView.class),
                        Map.entry("Version", ClaimVersionView.class),
                        Map.entry("Difference", ClaimVersionView.DifferenceView.class),
                        Map.entry("WouldChange", DryRunView.class),
                        Map.entry("ClaimWouldChange", DryRunView.ClaimChangeView.class),
                        Map.entry("ClaimStanding", DryRunView.ClaimStandingView.class),
                        Map.entry("QuestionWouldChange", DryRunView.QuestionChangeView.class),
                        Map.entry("Asked", DryRunView.ChangedQuestionView.class),
                        Map.entry("QuestionStanding", DryRunView.QuestionStandingView.class),
                        Map.entry("AnswerOfQuestion", DryRunView.BestAnswerView.class))
                .entrySet()
                .stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("views")
    void theFieldsAreThoseOfTheRecord(String schema, Class<?> view) {
        List<String> fields = Arrays.stream(view.getRecordComponents())
                .map(OpenApiResponsesTest::name)
                .toList();

        assertThat(DOCUMENT.schema(schema).path("properties").propertyNames()).containsExactlyElementsOf(fields);
    }

    @ParameterizedTest
    @MethodSource("views")
    void thoseThatAreAlwaysWrittenAreRequired(String schema, Class<?> view) {
        Set<String> always = Arrays.stream(view.getRecordComponents())
                .filter(component -> !(isLeftOutWhenNull(view, component) && isNullable(component)))
                .map(OpenApiResponsesTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> required = new TreeSet<>();
        DOCUMENT.schema(schema).path("required").forEach(field -> required.add(field.stringValue()));

        assertThat(required).isEqualTo(always);
    }

    @ParameterizedTest
    @MethodSource("views")
    void thoseThatMayBeNullSaySoAndAllHaveTheTypeOfTheirComponent(String schema, Class<?> view) {
        for (RecordComponent component : view.getRecordComponents()) {
            JsonNode property = DOCUMENT.schema(schema).path("properties").path(name(component));
            if (view == FieldChangeView.class && !component.getName().equals("path")) {
                continue; // any JSON at all
            }
            assertThat(mayBeNull(property))
                    .as(component.getName())
                    .isEqualTo(component.getType() == Optional.class
                            || isNullable(component) && !isLeftOutWhenNull(view, component));
            assertThat(typeOf(property)).as(component.getName()).isEqualTo(expectedType(typeOf(component)));
            if (component.getType().isEnum()) {
                Set<String> options = new TreeSet<>();
                DOCUMENT.effectiveSchema(property).path("enum").forEach(option -> options.add(option.stringValue()));
                boolean letters = component.getType().getSimpleName().equals("Reliability");
                assertThat(options)
                        .isEqualTo(Arrays.stream(component.getType().getEnumConstants())
                                .map(Object::toString)
                                .map(name -> letters ? name : name.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
    }

    @Test
    void everyExampleOfAnAnswerFitsItsSchema() {
        List<String> faults = new ArrayList<>();
        DOCUMENT.eachObject((pointer, node) -> {
            if (pointer.contains("/responses/") && node.has("schema")) {
                List<JsonNode> examples = new ArrayList<>();
                if (node.has("example")) {
                    examples.add(node.path("example"));
                }
                node.path("examples").forEach(example -> examples.add(example.path("value")));
                examples.forEach(example -> SchemaValidator.faults(DOCUMENT, node.path("schema"), example)
                        .forEach(fault -> faults.add(pointer + ": " + fault)));
            }
        });
        assertThat(faults).isEmpty();
    }

    /** A field may have a name that no component can have. */
    private static String name(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isLeftOutWhenNull(Class<?> view, RecordComponent component) {
        return view.isAnnotationPresent(JsonInclude.class)
                || component.getAccessor().isAnnotationPresent(JsonInclude.class);
    }

    private static boolean mayBeNull(JsonNode property) {
        for (String choices : List.of("anyOf", "type")) {
            for (JsonNode choice : property.path(choices)) {
                if (choice.asString("").equals("null")
                        || choice.path("type").asString("").equals("null")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What is absent is left out, what is empty is null. */
    private static Class<?> typeOf(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType type && type.getRawType() == Optional.class
                ? (Class<?>) type.getActualTypeArguments()[0]
                : component.getType();
    }

    private static String typeOf(JsonNode property) {
        JsonNode type = DOCUMENT.effectiveSchema(property).path("type");
        return type.isArray() ? type.get(0).stringValue() : type.asString("");
    }

    private static String expectedType(Class<?> type) {
        if (List.class.isAssignableFrom(type)) {
            return "array";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "integer";
        }
        boolean structured = Map.class.isAssignableFrom(type)
                || type.isRecord() && type.getRecordComponents().length > 1
                || type.getSimpleName().endsWith("View")
                || type.getSimpleName().equals("Value");
        return structured ? "object" : "string";
    }
}
