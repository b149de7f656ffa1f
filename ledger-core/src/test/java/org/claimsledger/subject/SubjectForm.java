package org.claimsledger.subject;

import java.util.List;
import java.util.TreeMap;
import org.claimsledger.command.SubjectCommand.CompareSubjects;
import org.claimsledger.command.SubjectCommand.MergeSubjects;
import org.claimsledger.command.SubjectCommand.NameSubject;
import org.claimsledger.command.SubjectCommand.RegisterSubject;
import org.claimsledger.command.SubjectCommand.SplitSubjects;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.event.SubjectDetails.SubjectName;
import org.claimsledger.event.SubjectEvent.Judgement;
import org.claimsledger.value.Language;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;

/** Commands about subjects, for tests. */
public final class SubjectForm {

    private SubjectForm() {}

    /** The registration of an identified person who is called by the id. */
    public static RegisterSubject subject(String id, String... alsoKnownAs) {
        return new RegisterSubject(
                new SubjectId(id),
                new SubjectDetails(SubjectKind.PERSON, id, List.of(alsoKnownAs), true, new TreeMap<>()));
    }

    public static NameSubject named(String id, String name, String language, String source) {
        return new NameSubject(
                new SubjectId(id),
                new SubjectName(
                        name,
                        language == null ? null : new Language(language),
                        source == null ? null : new SourceId(source)));
    }

    public static MergeSubjects merged(String kept, String absorbed) {
        return new MergeSubjects(new SubjectId(kept), new SubjectId(absorbed), null);
    }

    public static CompareSubjects compared(String one, String other, Judgement judgement) {
        return new CompareSubjects(new SubjectId(one), new SubjectId(other), judgement, null);
    }

    public static SplitSubjects split(String kept, String restored) {
        return new SplitSubjects(new SubjectId(kept), new SubjectId(restored), null);
    }
}
