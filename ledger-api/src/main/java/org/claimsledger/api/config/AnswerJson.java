package org.claimsledger.api.config;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** How answers are written as JSON. */
public final class AnswerJson {

    private AnswerJson() {}

    /** Enumerations in lower_snake_case, as bodies have them; fields in the order of the records; what is absent as null. */
    public static JsonMapper.Builder configure(JsonMapper.Builder builder) {
        return builder.enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
    }
}
