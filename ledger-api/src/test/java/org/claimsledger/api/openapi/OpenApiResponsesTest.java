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
import org.claimsledger.api.claim.ClaimView;
import org.claimsledger.api.claim.VersionView;
import org.claimsledger.api.dryrun.WouldChangeView;
import org.claimsledger.api.history.HistoryView;
import org.claimsledger.api.operate.HealthView;
import org.claimsledger.api.predicate.PredicateView;
import org.claimsledger.api.projection.ProjectionView;
import org.claimsledger.api.projection.ProjectionsView;
import org.claimsledger.api.review.FilingView;
import org.claimsledger.api.session.SessionView;
import org.claimsledger.api.source.SourceView;
import org.claimsledger.api.state.ChangedClaimView;
import org.claimsledger.api.state.QuestionView;
import org.claimsledger.api.subject.DossierView;
import org.claimsledger.api.subject.SubjectView;
import org.claimsledger.api.token.TokenView;
import org.claimsledger.api.viewpoint.Listing;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.projection.audit.Change;
import org.claimsledger.source.EvidenceRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Answers are described exactly as the records write them. */
class OpenApiResponsesTest {

    private static final Document DOCUMENT = Document.committed();

    static Stream<Arguments> views() {
        return Map.ofEntries(
                        Map.entry("Page", Listing.Paged.class),
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
                        Map.entry("Filing", FilingView.class),
                        Map.entry("Origins", ClaimView.OriginsView.class),
                        Map.entry("Decision", ClaimView.Decision.class),
                        Map.entry("ClaimRelation", ClaimView.RelationView.class),
                        Map.entry("StateItem", QuestionView.class),
                        Map.entry("StateQuestion", QuestionView.AskedView.class),
                        Map.entry("StateAnswer", QuestionView.AnswerView.class),
                        Map.entry("StateAlternative", QuestionView.AlternativeView.class),
                        Map.entry("Dossier", DossierView.class),
                        Map.entry("ChangedClaim", ChangedClaimView.class),
                        Map.entry("ChangedStanding", ChangedClaimView.StandingView.class),
                        Map.entry("HistoryItem", HistoryView.class),
                        Map.entry("Change", Change.class),
                        Map.entry("Projections", ProjectionsView.class),
                        Map.entry("Projection", ProjectionView.class),
                        Map.entry("Rebuild", ProjectionView.RebuildView.class),
                        Map.entry("Tokens", TokenView.All.class),
                        Map.entry("Token", TokenView.class),
                        Map.entry("CreatedToken", TokenView.Made.class),
                        Map.entry("Session", SessionView.class),
                        Map.entry("Csrf", SessionView.CsrfView.class),
                        Map.entry("Health", HealthView.class),
                        Map.entry("StoreHealth", HealthView.StoreView.class),
                        Map.entry("ProjectionHealth", HealthView.ProjectionHealthView.class),
                        Map.entry("Version", VersionView.class),
                        Map.entry("Difference", VersionView.Difference.class),
                        Map.entry("WouldChange", WouldChangeView.class),
                        Map.entry("ClaimWouldChange", WouldChangeView.ClaimChange.class),
                        Map.entry("ClaimStanding", WouldChangeView.ClaimStanding.class),
                        Map.entry("QuestionWouldChange", WouldChangeView.QuestionChange.class),
                        Map.entry("Asked", WouldChangeView.Asked.class),
                        Map.entry("QuestionStanding", WouldChangeView.QuestionStanding.class),
                        Map.entry("AnswerOfQuestion", WouldChangeView.Answer.class))
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
            if (view == Change.class && !component.getName().equals("path")) {
                continue; // any JSON at all
            }
            assertThat(mayBeNull(property))
                    .as(component.getName())
                    .isEqualTo(component.getType() == Optional.class
                            || isNullable(component) && !isLeftOutWhenNull(view, component));
            assertThat(typeOf(property)).as(component.getName()).isEqualTo(expectedType(typeOf(component)));
            if (component.getType().isEnum()) {
                Set<String> options = new TreeSet<>();
                DOCUMENT.meant(property).path("enum").forEach(option -> options.add(option.stringValue()));
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
                examples.forEach(example -> SchemaCheck.faults(DOCUMENT, node.path("schema"), example)
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
        JsonNode type = DOCUMENT.meant(property).path("type");
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
