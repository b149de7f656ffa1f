package org.claimsledger.api.subject;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.claimsledger.api.body.Fields;
import org.claimsledger.api.body.Fields.Required;
import org.claimsledger.subject.Judgement;
import org.claimsledger.subject.Naming;
import org.claimsledger.subject.SubjectCommand.CompareSubjects;
import org.claimsledger.subject.SubjectCommand.MergeSubjects;
import org.claimsledger.subject.SubjectCommand.NameSubject;
import org.claimsledger.subject.SubjectCommand.RegisterSubject;
import org.claimsledger.subject.SubjectCommand.SplitSubjects;
import org.claimsledger.subject.SubjectDetails;
import org.claimsledger.subject.SubjectKind;
import org.claimsledger.value.Ids;
import org.claimsledger.value.Language;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Texts;
import tools.jackson.databind.JsonNode;

/** The bodies of commands about subjects. */
public final class SubjectBodies {

    private SubjectBodies() {}

    public static RegisterSubject register(Fields fields) {
        SubjectId id = fields.optional("id", node -> new SubjectId(Fields.string(node)));
        var kind = fields.required("kind", Fields.option(SubjectKind.class));
        var name = fields.required("name", SubjectBodies::name);
        List<String> alsoKnownAs = fields.optional("alsoKnownAs", Fields.list(SubjectBodies::name));
        Boolean identified = fields.optional("identified", Fields::bool);
        SortedMap<String, String> externalIds =
                fields.optional("externalIds", Fields.texts(scheme -> Texts.line(scheme, Texts.SHORT)));
        return fields.build(() -> new RegisterSubject(
                id == null ? new SubjectId(Ids.fresh()) : id,
                new SubjectDetails(
                        kind.get(),
                        name.get(),
                        Texts.entries(alsoKnownAs),
                        identified == null || identified,
                        externalIds == null ? new TreeMap<>() : externalIds)));
    }

    public static NameSubject name(Fields fields) {
        Required<SubjectId> subject = target(fields);
        var name = fields.required("name", SubjectBodies::name);
        Language language = fields.optional("language", node -> new Language(Fields.string(node)));
        SourceId source = fields.optional("source", node -> new SourceId(Fields.string(node)));
        return fields.build(() -> new NameSubject(subject.get(), new Naming(name.get(), language, source)));
    }

    public static MergeSubjects merge(Fields fields) {
        Required<SubjectId> subject = target(fields);
        var absorb = fields.required("absorb", node -> new SubjectId(Fields.string(node)));
        String reason = fields.lines("reason", Texts.NOTE);
        return fields.build(() -> new MergeSubjects(subject.get(), absorb.get(), reason));
    }

    public static SplitSubjects split(Fields fields) {
        Required<SubjectId> subject = target(fields);
        var restore = fields.required("restore", node -> new SubjectId(Fields.string(node)));
        String reason = fields.lines("reason", Texts.NOTE);
        return fields.build(() -> new SplitSubjects(subject.get(), restore.get(), reason));
    }

    public static CompareSubjects compare(Fields fields) {
        Required<SubjectId> subject = target(fields);
        var other = fields.required("other", node -> new SubjectId(Fields.string(node)));
        var judgement = fields.required("judgement", Fields.option(Judgement.class));
        String reason = fields.lines("reason", Texts.NOTE);
        return fields.build(() -> new CompareSubjects(subject.get(), other.get(), judgement.get(), reason));
    }

    private static Required<SubjectId> target(Fields fields) {
        return fields.target("subject", RefusalCode.SUBJECT_UNKNOWN, SubjectId::new);
    }

    private static String name(JsonNode node) {
        return Texts.line(Fields.string(node), Texts.NAME);
    }
}
