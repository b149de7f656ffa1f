package org.claimsledger.api.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.claimsledger.api.viewpoint.ViewpointView;
import org.claimsledger.event.Cardinality;
import org.claimsledger.event.Predicate;
import org.claimsledger.event.Tense;
import org.claimsledger.projection.registry.Registry.PredicateAt;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;
import org.jspecify.annotations.Nullable;

/** A predicate, read from a viewpoint. */
public record PredicateView(
        PredicateKey key,
        String label,
        List<Value.Kind> valueKinds,
        @Nullable Unit unit,
        List<String> terms,
        Cardinality cardinality,
        Tense time,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ViewpointView viewpoint) {

    public static PredicateView of(PredicateAt at, @Nullable ViewpointView viewpoint) {
        Predicate predicate = at.predicate();
        return new PredicateView(
                predicate.key(),
                predicate.label(),
                predicate.valueKinds(),
                predicate.unit(),
                predicate.terms(),
                predicate.cardinality(),
                predicate.time(),
                viewpoint);
    }
}
