package org.claimsledger.api.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.claimsledger.api.security.PublicCall;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI 3.1 document: written by hand and checked against the code by tests, never generated. */
@RestController
public final class OpenApiController {

    public static final String FILE = "/openapi.yaml";

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml"); // RFC 9512

    private final byte[] yaml;
    private final byte[] json;

    public OpenApiController() {
        yaml = document();
        json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(new YAMLMapper().readTree(yaml));
    }

    private static byte[] document() {
        try (InputStream file = OpenApiController.class.getResourceAsStream(FILE)) {
            return Objects.requireNonNull(file, FILE).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The bytes of the file. */
    @PublicCall
    @GetMapping("/api/v1/openapi.yaml")
    public ResponseEntity<byte[]> yaml() {
        return ResponseEntity.ok().contentType(YAML).body(yaml);
    }

    /** The document for tools that read only JSON. */
    @PublicCall
    @GetMapping("/api/v1/openapi.json")
    public ResponseEntity<byte[]> json() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }
}
