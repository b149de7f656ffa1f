package org.claimsledger.api.config;

import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of answers. */
public final class AnswerJson {

    private AnswerJson() {}

    /** Enumerations in lower_snake_case, as in bodies; fields in the order of the records; absent values as null. */
    public static JsonMapper.Builder configure(JsonMapper.Builder builder) {
        return builder.enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
    }
}
