package org.claimsledger.api.viewpoint;

import java.util.Optional;
import java.util.function.Function;
import org.claimsledger.projection.claims.BitemporalPoint;
import org.claimsledger.projection.claims.ClaimAt;
import org.claimsledger.projection.claims.ClaimQueries;
import org.claimsledger.projection.registry.Registry;
import org.claimsledger.projection.registry.Registry.PredicateAt;
import org.claimsledger.projection.registry.Registry.SourceAt;
import org.claimsledger.projection.registry.Registry.SubjectAt;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.PredicateKey;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/** Looks up the thing that a path names. A text that is no id names nothing, like an unknown id. */
public final class PathResource {

    private static final int MAX_SHOWN = 80;

    private PathResource() {}

    public static ClaimAt claim(String id, BitemporalPoint point, ClaimQueries claims) {
        return require(id, RefusalCode.CLAIM_UNKNOWN, ClaimId::new, it -> claims.claim(it, point));
    }

    public static SourceAt source(String id, long position, Registry registry) {
        return require(id, RefusalCode.SOURCE_UNKNOWN, SourceId::new, it -> registry.source(it, position));
    }

    public static SubjectAt subject(String id, long position, Registry registry) {
        return require(id, RefusalCode.SUBJECT_UNKNOWN, SubjectId::new, it -> registry.subject(it, position));
    }

    public static PredicateAt predicate(String key, long position, Registry registry) {
        return require(key, RefusalCode.PREDICATE_UNKNOWN, PredicateKey::new, it -> registry.predicate(it, position));
    }

    private static <I, T> T require(
            String text, RefusalCode unknown, Function<String, I> id, Function<I, Optional<T>> lookUp) {
        return read(text, id)
                .flatMap(lookUp)
                .orElseThrow(() ->
                        Refused.because(unknown, shortened(text) + " is not there, or not yet at this viewpoint"));
    }

    private static <I> Optional<I> read(String text, Function<String, I> id) {
        try {
            return Optional.of(id.apply(text));
        } catch (Refused notAnId) {
            return Optional.empty();
        }
    }

    /** Shortens the text, because an answer is not an echo. */
    private static String shortened(String text) {
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    }
}
