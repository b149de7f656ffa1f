package org.claimsledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.ZoneId;

/** The name of a time zone in the IANA database, as in {@code Asia/Almaty}. */
public record TimeZoneName(@JsonValue String name) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TimeZoneName {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw Refused.because(RefusalCode.INVALID_ZONE, "A name of the IANA database, as in Asia/Almaty");
        }
    }

    public ZoneId zone() {
        return ZoneId.of(name);
    }
}
