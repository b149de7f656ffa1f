package org.claimsledger.value;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thrown where the ledger refuses; nothing has been stored. Carries every reason that was found, the first decides. */
public final class Refused extends RuntimeException {

    private final transient List<Refusal> refusals;

    public Refused(List<Refusal> refusals) {
        super(refusals.stream()
                .map(refusal -> refusal.code().code() + " " + refusal.pointer() + ": " + refusal.detail())
                .collect(Collectors.joining("; ")));
        this.refusals = List.copyOf(refusals);
    }

    public static Refused because(RefusalCode code, String pointer, String detail) {
        return new Refused(List.of(new Refusal(code, pointer, detail)));
    }

    public static Refused because(RefusalCode code, String detail) {
        return because(code, "", detail);
    }

    /** Runs a reading of the field at the pointer, so that its refusal says where. */
    public static <T extends @Nullable Object> T at(String pointer, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Refused refused) {
            throw new Refused(refused.refusals().stream()
                    .map(refusal -> refusal.under(pointer))
                    .toList());
        }
    }

    public List<Refusal> refusals() {
        return refusals;
    }

    public Refusal first() {
        return refusals.getFirst();
    }

    /** Refusals are answers, not accidents: they need no stack. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
