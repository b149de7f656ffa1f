package org.claimsledger.api.viewpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Adds the headers of Memento (RFC 7089) on the recorded clock: a resource is its own TimeGate and names its state. */
@ControllerAdvice
public final class MementoHeaders implements ResponseBodyAdvice<Object> {

    static final String ACCEPT_DATETIME = "Accept-Datetime";
    static final String VARIES_BY_DATETIME = MementoHeaders.class.getName() + ".byDate";
    static final String ANSWERED_RECORDED_AT = MementoHeaders.class.getName() + ".answered";

    /** The format of RFC 9110, with two digits for the day. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest servlet) {
            addTo(servlet.getServletRequest(), response.getHeaders()::add);
        }
        return body;
    }

    /** Adds the headers to an answer that is written by hand, before its first byte. */
    public static void addTo(HttpServletRequest request, HttpServletResponse response) {
        addTo(request, response::addHeader);
    }

    private static void addTo(HttpServletRequest request, BiConsumer<String, String> header) {
        if (request.getAttribute(VARIES_BY_DATETIME) != null) {
            header.accept(HttpHeaders.VARY, ACCEPT_DATETIME);
        }
        if (request.getAttribute(ANSWERED_RECORDED_AT) instanceof Instant recordedAt) {
            header.accept("Memento-Datetime", HTTP_DATE.format(recordedAt));
        }
    }
}
