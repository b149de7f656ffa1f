package org.claimsledger.bestknown;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.claimsledger.event.Attestor;
import org.claimsledger.event.Testimony;
import org.claimsledger.source.EchoLineage;
import org.claimsledger.value.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * The person or body that really attests something. Corroboration counts origins, never documents. There is one name
 * space: a court and a publisher of the same name are one.
 *
 * @param key what makes two origins the same one
 * @param name as given
 */
public record Origin(String key, String name) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** An origin with this name; case and spaces make no difference. */
    public static Origin named(String name) {
        String folded = SPACES.matcher(name).replaceAll(" ").strip();
        return new Origin(folded.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), name);
    }

    /** A source with an unknown publisher; no name can be equal to it. */
    static Origin unnamed(SourceId source, String title) {
        return new Origin("\n" + source.value(), title);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin origin && key.equals(origin.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** Finds who really attests a piece of evidence. */
    static final class OriginResolver {

        private final SourceHistories sourceHistories;
        private final SubjectIdentities subjectIdentities;
        private final EchoLineage echoLineage;

        OriginResolver(SourceHistories sourceHistories, SubjectIdentities subjectIdentities) {
            this.sourceHistories = sourceHistories;
            this.subjectIdentities = subjectIdentities;
            this.echoLineage = sourceHistories.echoLineage();
        }

        /**
         * The attestor; else, for a reprint, its original's attestor on the same claim; else the publisher at the root.
         *
         * @param onTheClaim all that was filed on the claim and is not withdrawn
         */
        Origin of(Testimony testimony, Collection<Testimony> onTheClaim) {
            Attestor attestor = testimony.attestor();
            if (attestor == null) {
                attestor = originalsAttestor(testimony.source(), onTheClaim);
            }
            return attestor == null ? publisherOf(testimony.source()) : of(attestor);
        }

        private @Nullable Attestor originalsAttestor(SourceId reprint, Collection<Testimony> onTheClaim) {
            for (SourceId original : echoLineage.originals(reprint).toList()) {
                for (Testimony other : onTheClaim) {
                    if (other.source().equals(original) && other.attestor() != null) {
                        return other.attestor();
                    }
                }
            }
            return null;
        }

        private Origin of(Attestor attestor) {
            return switch (attestor) {
                case Attestor.ByName byName -> Origin.named(byName.name());
                case Attestor.BySubject by ->
                    Origin.named(subjectIdentities.nameOf(subjectIdentities.canonicalSubject(by.subject())));
                case Attestor.BySource by -> publisherOf(by.source());
            };
        }

        /** A root with an unknown publisher is an origin of its own, named by its title. */
        private Origin publisherOf(SourceId source) {
            EchoLineage.RootSource rootSource = echoLineage.root(source);
            SourceHistory state = sourceHistories.source(rootSource.source());
            String publisher = rootSource.outlet() != null || state == null
                    ? rootSource.outlet()
                    : state.details().publisher();
            if (publisher != null) {
                return Origin.named(publisher);
            }
            String title = state == null ? null : state.details().title();
            return Origin.unnamed(
                    rootSource.source(), title == null ? rootSource.source().value() : title);
        }
    }
}
