package org.claimsledger.value;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Thrown where the ledger refuses; nothing has been stored. Carries every refusal found; the first decides the status.
 */
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

    /** Reads the field at the pointer, and adds the pointer to a refusal that reading it throws. */
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

    /** A refusal is an answer, not an accident, so it carries no stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
