package org.claimsledger.api.operation;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.claimsledger.api.operation.Fields.Required;
import org.claimsledger.command.SubjectCommand.CompareSubjects;
import org.claimsledger.command.SubjectCommand.MergeSubjects;
import org.claimsledger.command.SubjectCommand.NameSubject;
import org.claimsledger.command.SubjectCommand.RegisterSubject;
import org.claimsledger.command.SubjectCommand.SplitSubjects;
import org.claimsledger.event.SubjectDetails;
import org.claimsledger.event.SubjectDetails.SubjectKind;
import org.claimsledger.event.SubjectDetails.SubjectName;
import org.claimsledger.event.SubjectEvent.Judgement;
import org.claimsledger.value.Ids;
import org.claimsledger.value.Language;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.TextRules;
import tools.jackson.databind.JsonNode;

/** The bodies of commands about subjects. */
public final class SubjectBodyReader {

    private SubjectBodyReader() {}

    public static RegisterSubject register(Fields fields) {
        SubjectId id = fields.optional("id", node -> new SubjectId(Fields.string(node)));
        var kind = fields.required("kind", Fields.option(SubjectKind.class));
        var name = fields.required("name", SubjectBodyReader::name);
        List<String> alsoKnownAs = fields.optional("alsoKnownAs", Fields.list(SubjectBodyReader::name));
        Boolean identified = fields.optional("identified", Fields::bool);
        SortedMap<String, String> externalIds =
                fields.optional("externalIds", Fields.texts(scheme -> TextRules.line(scheme, TextRules.SHORT)));
        return fields.build(() -> new RegisterSubject(
                id == null ? new SubjectId(Ids.newId()) : id,
                new SubjectDetails(
                        kind.get(),
                        name.get(),
                        TextRules.entries(alsoKnownAs),
                        identified == null || identified,
                        externalIds == null ? new TreeMap<>() : externalIds)));
    }

    public static NameSubject name(Fields fields) {
        Required<SubjectId> subject = subjectId(fields);
        var name = fields.required("name", SubjectBodyReader::name);
        Language language = fields.optional("language", node -> new Language(Fields.string(node)));
        SourceId source = fields.optional("source", node -> new SourceId(Fields.string(node)));
        return fields.build(() -> new NameSubject(subject.get(), new SubjectName(name.get(), language, source)));
    }

    public static MergeSubjects merge(Fields fields) {
        Required<SubjectId> subject = subjectId(fields);
        var absorb = fields.required("absorb", node -> new SubjectId(Fields.string(node)));
        String reason = fields.lines("reason", TextRules.NOTE);
        return fields.build(() -> new MergeSubjects(subject.get(), absorb.get(), reason));
    }

    public static SplitSubjects split(Fields fields) {
        Required<SubjectId> subject = subjectId(fields);
        var restore = fields.required("restore", node -> new SubjectId(Fields.string(node)));
        String reason = fields.lines("reason", TextRules.NOTE);
        return fields.build(() -> new SplitSubjects(subject.get(), restore.get(), reason));
    }

    public static CompareSubjects compare(Fields fields) {
        Required<SubjectId> subject = subjectId(fields);
        var other = fields.required("other", node -> new SubjectId(Fields.string(node)));
        var judgement = fields.required("judgement", Fields.option(Judgement.class));
        String reason = fields.lines("reason", TextRules.NOTE);
        return fields.build(() -> new CompareSubjects(subject.get(), other.get(), judgement.get(), reason));
    }

    private static Required<SubjectId> subjectId(Fields fields) {
        return fields.targetId("subject", RefusalCode.SUBJECT_UNKNOWN, SubjectId::new);
    }

    private static String name(JsonNode node) {
        return TextRules.line(Fields.string(node), TextRules.NAME);
    }
}
