package org.claimsledger.name;

import java.util.HashMap;
import java.util.Map;

/** Words that are written short, and words of two spellings, by the one form that they are compared in. */
final class Abbreviations {

    private static final String ANYWHERE = """
        intl=international mfg=manufacturing bros=brothers assoc=association assn=association dept=department
        univ=university natl=national govt=government ctr=centre center=centre defense=defence svc=service svcs=services
        mgmt=management fdn=foundation engg=engineering trdg=trading grp=group hldg=holding hldgs=holdings labor=labour
        theater=theatre harbor=harbour mohd=muhammad muhd=muhammad mhd=muhammad wm=william chas=charles robt=robert
        organization=organisation program=programme intern=international fed=federal
        """;

    private static final String WITH_A_FULL_STOP = """
        md=muhammad moh=muhammad muh=muhammad ma=maria geo=george st=saint ste=sainte inst=institute org=organisation
        min=ministry eng=engineering ind=industries tech=technology gov=government rep=republic mt=mount ft=fort
        """;

    private static final Map<String, String> ALWAYS = table(ANYWHERE);
    private static final Map<String, String> DOTTED = table(WITH_A_FULL_STOP);

    private Abbreviations() {}

    /** The word that is meant, in small letters without marks; the token's own where it is not short for another one. */
    static String spelledOut(NameToken nameToken, boolean first) {
        String folded = nameToken.folded();
        String meant = ALWAYS.get(folded);
        if (meant == null && (nameToken.dotted() || first && (folded.equals("md") || folded.equals("st")))) {
            meant = DOTTED.get(folded);
        }
        return meant == null ? folded : meant;
    }

    private static Map<String, String> table(String entries) {
        Map<String, String> table = new HashMap<>();
        for (String entry : entries.strip().split("\\s+")) {
            int equals = entry.indexOf('=');
            table.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
        return Map.copyOf(table);
    }
}
