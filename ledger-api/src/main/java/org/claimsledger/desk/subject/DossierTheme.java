package org.claimsledger.desk.subject;

import java.util.List;
import org.claimsledger.desk.claim.QuestionSummary;

/** Questions about a subject that belong together, with what is best known of each. */
public record DossierTheme(String name, List<QuestionSummary> questions) {}
