package org.claimsledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.claimsledger.api.RunningLedger;
import org.claimsledger.api.openapi.MappedEndpoints;
import org.claimsledger.api.openapi.OpenApiDocument;
import org.claimsledger.fuzz.RawHttpConnection.RawAnswer;
import org.claimsledger.ledger.Ledger;
import org.claimsledger.token.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Thousands of requests that are wrong in every way, with and without credentials, to every call. */
@Timeout(300)
class HostileClientsTest {

    private static final int REQUESTS_OF_A_CALLER = 600;
    private static final long SEED = 6;
    private static final Pattern API = Pattern.compile("\\w+ /(api|health|metrics)\\b");

    @TempDir
    Path folder;

    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @Test
    void noneBringsOutAFaultShowsTheProgramOrLeavesATraceUnlessItIsAccepted() throws Exception {
        try (RunningLedger ledger = RunningLedger.in(folder);
                RawHttpConnection rawHttpConnection = new RawHttpConnection(ledger.base())) {
            assertThat(ledger.importLines(FuzzSeeds.SETUP).text()).doesNotContain("refused");
            Map<String, String> ops = new TreeMap<>();
            OpenApiDocument.committed().commands().forEach((op, call) -> ops.put(op, call.toString()));
            HostileRequests requests = new HostileRequests(new Random(SEED), calls(ledger), ops);
            for (String secret : callers(ledger)) {
                for (int i = 0; i < REQUESTS_OF_A_CALLER; i++) {
                    send(requests.next(secret), rawHttpConnection, ledger.bean(Ledger.class));
                }
            }

            assertThat(statuses.keySet()).contains(200, 201, 400, 401, 403, 404, 405, 409, 413, 415, 422);
            assertThat(ledger.get("/health").json().path("ready").booleanValue())
                    .isTrue();
            assertThat(ledger.get("/projections").text()).doesNotContain("\"running\":false");
            assertThat(ledger.post("/subjects", "{\"kind\":\"place\",\"name\":\"Afterwards\"}")
                            .status())
                    .isEqualTo(201);
            assertThat(ledger.get("/subjects?q=afterwards").text()).contains("Afterwards");
        }
    }

    /** All calls of the API, and all pages. */
    private static List<String> calls(RunningLedger ledger) throws ClassNotFoundException {
        Set<String> calls = new TreeSet<>(MappedEndpoints.ofTheApplication());
        ledger.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> mapping.getPatternValues()
                                .forEach(path ->
                                        calls.add(method + " " + path.replaceAll("\\{\\w+:(\\w+)[^}]*}", "$1")))));
        assertThat(calls).contains("GET /", "GET /claims/{id}", "POST /new/claim", "POST /api/v1/imports");
        return List.copyOf(calls);
    }

    private static List<String> callers(RunningLedger ledger) {
        List<String> secrets = new ArrayList<>(List.of("", "clm_" + "A".repeat(43)));
        for (Role role : Role.values()) {
            String name = "hostile." + role.lowerCaseName();
            secrets.add(
                    ledger.post("/tokens", "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(name, role.lowerCaseName()))
                            .json()
                            .path("secret")
                            .stringValue());
        }
        return secrets;
    }

    private void send(byte[] request, RawHttpConnection rawHttpConnection, Ledger ledger) throws Exception {
        long before = ledger.log().head();
        RawAnswer rawAnswer = rawHttpConnection.send(request);
        statuses.merge(rawAnswer.status(), 1, Integer::sum);
        try {
            if (API.matcher(new String(request, StandardCharsets.ISO_8859_1)).lookingAt()) {
                AnswerCheck.check(rawAnswer);
            } else {
                AnswerCheck.checkPage(rawAnswer);
            }
            if (rawAnswer.status() >= 300) {
                assertThat(ledger.log().head()).isEqualTo(before);
            }
        } catch (AssertionError fault) {
            String asked = new String(request, 0, Math.min(request.length, 4_000), StandardCharsets.ISO_8859_1);
            throw new AssertionError("Asked: " + asked + "\n" + fault.getMessage(), fault);
        }
    }
}
