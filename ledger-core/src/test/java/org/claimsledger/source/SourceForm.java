package org.claimsledger.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.claimsledger.command.SourceCommand.AmendSource;
import org.claimsledger.command.SourceCommand.NoticeSource;
import org.claimsledger.command.SourceCommand.RegisterSource;
import org.claimsledger.event.Lineage;
import org.claimsledger.event.Notice;
import org.claimsledger.event.Notice.NoticeType;
import org.claimsledger.event.Publisher;
import org.claimsledger.event.SourceDetails;
import org.claimsledger.event.SourceDetails.Reliability;
import org.claimsledger.event.SourceDetails.SourceKind;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.EvidenceId;
import org.claimsledger.value.EvidenceRef;
import org.claimsledger.value.Language;
import org.claimsledger.value.Refused;
import org.claimsledger.value.Sha256;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Url;

/** Details of a source for tests, absent unless set, and the commands that carry them. */
public final class SourceForm {

    private final SourceId id;
    private SourceKind kind;
    private String title;
    private Publisher publisher;
    private List<String> authors;
    private Url url;
    private Language language;
    private Edtf published;
    private Instant retrievedAt;
    private Sha256 contentSha256;
    private Reliability reliability;
    private List<Lineage> lineage;
    private String note;
    private final List<String> cleared = new ArrayList<>();

    private SourceForm(String id) {
        this.id = new SourceId(id);
    }

    public static SourceForm source(String id) {
        return new SourceForm(id);
    }

    /** The registration of a news report whose title is its id. */
    public static RegisterSource registered(String id) {
        return source(id).register();
    }

    public static NoticeSource noticed(String id, NoticeType type, EvidenceRef... evidence) {
        return new NoticeSource(new SourceId(id), new Notice(type, null, null, List.of(), List.of(evidence), null));
    }

    /** A notice that its publisher made at a date. */
    public static NoticeSource noticedOn(String date, String id, NoticeType type, EvidenceRef... evidence) {
        return new NoticeSource(
                new SourceId(id), new Notice(type, null, Edtf.parse(date), List.of(), List.of(evidence), null));
    }

    public static EvidenceRef evidence(String claim, String evidence) {
        return new EvidenceRef(new ClaimId(claim), new EvidenceId(evidence));
    }

    public static Lineage lineage(Lineage.Relation relation, String source) {
        return new Lineage(relation, new SourceId(source), null);
    }

    public SourceForm kind(SourceKind is) {
        kind = is;
        return this;
    }

    public SourceForm title(String is) {
        title = is;
        return this;
    }

    public SourceForm publisher(String is) {
        publisher = Refused.at("/publisher", () -> new Publisher.ByName(is));
        return this;
    }

    public SourceForm publishedBy(String subject) {
        publisher = new Publisher.BySubject(new SubjectId(subject));
        return this;
    }

    public SourceForm authors(String... are) {
        authors = List.of(are);
        return this;
    }

    public SourceForm url(String is) {
        url = new Url(is);
        return this;
    }

    public SourceForm language(String is) {
        language = new Language(is);
        return this;
    }

    public SourceForm published(String is) {
        published = Edtf.parse(is);
        return this;
    }

    public SourceForm retrievedAt(String is) {
        retrievedAt = Instant.parse(is);
        return this;
    }

    public SourceForm contentSha256(String is) {
        contentSha256 = new Sha256(is);
        return this;
    }

    public SourceForm reliability(Reliability is) {
        reliability = is;
        return this;
    }

    public SourceForm lineage(Lineage... is) {
        lineage = List.of(is);
        return this;
    }

    public SourceForm from(String... parents) {
        return lineage(List.of(parents).stream()
                .map(parent -> lineage(Lineage.Relation.REPUBLISHES, parent))
                .toArray(Lineage[]::new));
    }

    public SourceForm note(String is) {
        note = is;
        return this;
    }

    public SourceForm clear(String... fields) {
        cleared.addAll(List.of(fields));
        return this;
    }

    public SourceDetails details() {
        return new SourceDetails(
                kind,
                title,
                publisher,
                authors,
                url,
                language,
                published,
                retrievedAt,
                contentSha256,
                reliability,
                lineage,
                note);
    }

    public RegisterSource register() {
        kind = kind == null ? SourceKind.NEWS_REPORT : kind;
        title = title == null ? id.value() : title;
        return new RegisterSource(id, details());
    }

    public AmendSource amend() {
        return amend(null);
    }

    public AmendSource amend(String reason) {
        return new AmendSource(id, details(), List.copyOf(cleared), reason);
    }
}
