package org.claimsledger.api.problem;

import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Refusals as problem details (RFC 9457). The first of the gravest decides the status; all are listed under {@code errors}. */
public final class Problems {

    private Problems() {}

    public static ProblemDetail of(Refused refused) {
        return of(refused.refusals());
    }

    public static ProblemDetail of(List<Refusal> refusals) {
        Refusal first = first(refusals);
        ProblemDetail problem = ProblemDetail.forStatus(status(first.kind()));
        problem.setType(URI.create("urn:claims-ledger:problem:" + first.code().code()));
        problem.setTitle(first.code().meaning());
        problem.setDetail(first.detail() + ".");
        problem.setProperty("code", first.code().code());
        List<Map<String, String>> errors = errors(refusals);
        if (!first.pointer().isEmpty()) {
            problem.setProperty("pointer", first.pointer());
        }
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }

    /** A problem that is not a refusal of the ledger, such as a method that a path does not have. */
    public static ProblemDetail of(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:claims-ledger:problem:" + code));
        problem.setTitle(status.getReasonPhrase());
        problem.setDetail(detail);
        problem.setProperty("code", code);
        return problem;
    }

    /** The problem of a body that ended early or came too slowly. */
    public static ProblemDetail cutOff(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return of(
                        HttpStatus.REQUEST_TIMEOUT,
                        "body_too_slow",
                        "The body came too slowly, and was read no further.");
            }
        }
        return of(HttpStatus.BAD_REQUEST, "body_cut_off", "The body ended before it was complete.");
    }

    /** The code of the answer to these refusals. */
    public static String code(List<Refusal> refusals) {
        return first(refusals).code().code();
    }

    static String code(ProblemDetail problem) {
        return String.valueOf(
                Objects.requireNonNullElse(problem.getProperties(), Map.of()).get("code"));
    }

    /** The seconds after which the same request is worth another try; absent where waiting does not help or nobody knows. */
    static Optional<String> retryAfter(ProblemDetail problem) {
        return switch (code(problem)) {
            case "rate_limited", "not_ready" -> Optional.of("1");
            case "overloaded" -> Optional.of("2");
            case "store_unavailable" -> Optional.of("5");
            case "stopping" -> Optional.of("10");
            default -> Optional.empty();
        };
    }

    /** The refusals as plain entries, for the lines of an import. */
    public static Map<String, Object> entries(List<Refusal> refusals) {
        Refusal first = first(refusals);
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("code", first.code().code());
        if (!first.pointer().isEmpty()) {
            entries.put("pointer", first.pointer());
        }
        entries.put("detail", first.detail() + ".");
        entries.put("status", status(first.kind()).value());
        List<Map<String, String>> errors = errors(refusals);
        if (errors.size() > 1) {
            entries.put("errors", errors);
        }
        return entries;
    }

    /** The refusal that decides the status: what cannot be read goes before what is not allowed. */
    private static Refusal first(List<Refusal> refusals) {
        return refusals.stream()
                .filter(refusal -> refusal.kind() == RefusalCode.Kind.UNREADABLE)
                .findFirst()
                .orElse(refusals.getFirst());
    }

    private static List<Map<String, String>> errors(List<Refusal> refusals) {
        List<Map<String, String>> errors = new ArrayList<>();
        for (Refusal refusal : refusals) {
            if (!refusal.pointer().isEmpty()) {
                Map<String, String> error = new LinkedHashMap<>();
                error.put("pointer", refusal.pointer());
                error.put("code", refusal.code().code());
                error.put("detail", refusal.detail() + ".");
                errors.add(error);
            }
        }
        return errors;
    }

    public static HttpStatus status(RefusalCode.Kind kind) {
        return switch (kind) {
            case UNREADABLE -> HttpStatus.BAD_REQUEST;
            case UNAUTHORIZED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case MOVED -> HttpStatus.PRECONDITION_FAILED;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case OTHER_MEDIA -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case STOPPED -> HttpStatus.SERVICE_UNAVAILABLE;
            case FULL -> HttpStatus.INSUFFICIENT_STORAGE;
            case TOO_OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }
}
