package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.claimsledger.api.operation.StrictJson;
import org.claimsledger.event.EventJson;
import org.claimsledger.value.Quantity;
import org.claimsledger.value.Unit;
import org.claimsledger.value.Value;
import org.claimsledger.value.ValueJson;
import org.erdtman.jcs.JsonCanonicalizer;

/** Any bytes as the value of a claim: what is taken is stored in one way only, and is the same when it is read again. */
final class ValueTarget implements FuzzTarget {

    private static final List<Unit> OTHERS = List.of(new Unit("a"), new Unit("{person}"), new Unit("USD"));

    @Override
    public void run(byte[] input) throws Exception {
        Value value = RefusalCheck.read(() -> ValueJson.read(StrictJson.readObject(input)));
        if (value == null) {
            return;
        }
        byte[] stored = EventJson.MAPPER.writeValueAsBytes(value);
        Value again = EventJson.MAPPER.readValue(stored, Value.class);
        assertThat(again).isEqualTo(value);
        assertThat(EventJson.MAPPER.writeValueAsBytes(again)).isEqualTo(stored);
        assertThat(ValueJson.read(StrictJson.readObject(stored))).isEqualTo(value);
        assertThat(new JsonCanonicalizer(new String(stored, StandardCharsets.UTF_8)).getEncodedUTF8())
                .isEqualTo(stored);
        if (value instanceof Value.Measured measured && measured.quantity().unit() != null) {
            convert(measured.quantity());
        }
    }

    private static void convert(Quantity quantity) {
        for (Unit other : OTHERS) {
            assertThat(quantity.unit().isCommensurable(other)).isEqualTo(other.isCommensurable(quantity.unit()));
            quantity.unit().conversionTo(other).ifPresent(conversion -> conversion.apply(quantity.amount()));
        }
    }
}
