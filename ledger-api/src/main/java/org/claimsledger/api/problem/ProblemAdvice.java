package org.claimsledger.api.problem;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.claimsledger.api.operate.RefusalMetrics;
import org.claimsledger.projection.search.SearchIndex.IndexUnreadable;
import org.claimsledger.store.StoreUnreadable;
import org.claimsledger.value.Refusal;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Makes an answer of every failure of a call. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final String CHALLENGE = "Bearer realm=\"claims-ledger\"";

    private final RefusalMetrics metrics;

    ProblemAdvice(RefusalMetrics metrics) {
        this.metrics = metrics;
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        return answer(Problems.of(refused));
    }

    /** The events cannot be read at the moment. The next request tries again. */
    @ExceptionHandler(StoreUnreadable.class)
    ResponseEntity<ProblemDetail> storeUnreadable(StoreUnreadable fault) {
        LOG.warn("The events could not be read", fault);
        return answer(Problems.of(List.of(new Refusal(
                RefusalCode.STORE_UNAVAILABLE, "", "The events cannot be read at the moment; try again shortly"))));
    }

    /** Searches fail until the index is rebuilt; everything else can be read. */
    @ExceptionHandler(IndexUnreadable.class)
    ResponseEntity<ProblemDetail> indexUnreadable(IndexUnreadable fault) {
        LOG.debug("A search was refused", fault);
        return answer(Problems.of(List.of(new Refusal(
                RefusalCode.NOT_READY, "", "Nothing can be searched for at the moment; lists without q can be read"))));
    }

    /** The client went away, or its body was cut off. Nothing was recorded. */
    @ExceptionHandler(IOException.class)
    ResponseEntity<ProblemDetail> cutOff(IOException cutOff) {
        LOG.debug("A request was cut off", cutOff);
        return answer(Problems.cutOff(cutOff));
    }

    /** Spring rejects some headers when they are read. */
    @ExceptionHandler(RequestRejectedException.class)
    ResponseEntity<ProblemDetail> rejectedHeader(RequestRejectedException rejected) {
        LOG.debug("A request was rejected", rejected);
        return answer(Problems.of(
                List.of(new Refusal(RefusalCode.INVALID_HEADER, "", "A header holds characters that are no text"))));
    }

    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<ProblemDetail> internalError(RuntimeException fault) {
        LOG.error("A request failed", LoggableFault.of(fault));
        LOG.debug("What failed said", fault);
        return answer(Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", "Something went wrong; the log says what."));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception fault, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus httpStatus = HttpStatus.valueOf(status.value());
        String code = httpStatus.name().toLowerCase(Locale.ROOT);
        ProblemDetail problem =
                Problems.of(httpStatus, code, "The request cannot be answered: " + httpStatus.getReasonPhrase() + ".");
        metrics.count(code);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        metrics.count(Problems.code(problem));
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        Problems.retryAfter(problem).ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait));
        if (problem.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        return answer.body(problem);
    }
}
