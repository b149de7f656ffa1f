package org.claimsledger.projection.claims;

import java.util.Locale;
import org.claimsledger.bestknown.Attestation;
import org.claimsledger.bestknown.DateSpan;
import org.claimsledger.bestknown.Origin;
import org.claimsledger.event.SourceDetails.Reliability;

/** Writes and reads who attests a piece of evidence, in few bytes. */
final class AttestationCodec {

    private static final int PROTECTED = 1;
    private static final int QUESTIONED = 2;
    private static final int CARRIER_IS_ORIGIN = 4;
    private static final int RATING = 8;
    private static final int CREDIBILITY = 64;
    private static final int CHOICES = 8;

    /** How the key of an origin is written that is a name in small letters, as most are. */
    private static final String FROM_NAME = "";

    private AttestationCodec() {}

    static void write(Attestation attestation, VersionPayloadCodec out) {
        boolean carrierIsOrigin = attestation.carrier().equals(attestation.origin());
        Reliability rating = attestation.rating();
        Integer credibility = attestation.credibility();
        out.write((attestation.isProtected() ? PROTECTED : 0)
                + (attestation.isQuestioned() ? QUESTIONED : 0)
                + (carrierIsOrigin ? CARRIER_IS_ORIGIN : 0)
                + RATING * (rating == null ? 0 : 1 + rating.ordinal())
                + CREDIBILITY * (credibility == null ? 0 : credibility));
        write(attestation.origin(), out);
        if (!carrierIsOrigin) {
            write(attestation.carrier(), out);
        }
        out.write(attestation.date().first());
        out.write(attestation.date().last());
    }

    static Attestation read(VersionPayloadCodec in) {
        int marks = (int) in.read();
        Origin origin = readOrigin(in);
        Origin carrier = (marks & CARRIER_IS_ORIGIN) != 0 ? origin : readOrigin(in);
        DateSpan date = new DateSpan(in.readInstant(), in.readInstant());
        int rating = marks / RATING % CHOICES;
        int credibility = marks / CREDIBILITY % CHOICES;
        return new Attestation(
                origin,
                carrier,
                date,
                rating == 0 ? null : Reliability.values()[rating - 1],
                credibility == 0 ? null : credibility,
                (marks & PROTECTED) != 0,
                (marks & QUESTIONED) != 0);
    }

    private static void write(Origin origin, VersionPayloadCodec out) {
        out.write(origin.name());
        out.write(origin.key().equals(keyOf(origin.name())) ? FROM_NAME : origin.key());
    }

    private static Origin readOrigin(VersionPayloadCodec in) {
        String name = in.readText();
        String key = in.readText();
        return new Origin(key.equals(FROM_NAME) ? keyOf(name) : key, name);
    }

    private static String keyOf(String name) {
        return "name " + name.toLowerCase(Locale.ROOT);
    }
}
