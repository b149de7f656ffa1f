package org.claimsledger.desk.subject;

import java.util.List;
import org.claimsledger.desk.claim.QuestionView;

/** Questions about a subject that belong together, with what is best known of each. */
public record Theme(String name, List<QuestionView> questions) {}
