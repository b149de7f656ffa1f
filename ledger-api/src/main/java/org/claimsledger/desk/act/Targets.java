package org.claimsledger.desk.act;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimsledger.api.viewpoint.Found;
import org.claimsledger.claim.Claim;
import org.claimsledger.claim.Content;
import org.claimsledger.desk.act.Target.Meanwhile;
import org.claimsledger.desk.claim.ClaimLine;
import org.claimsledger.desk.claim.ClaimLines;
import org.claimsledger.desk.form.Typed;
import org.claimsledger.desk.form.ValueControls;
import org.claimsledger.desk.history.ChangeWords;
import org.claimsledger.desk.history.HistoryLines;
import org.claimsledger.desk.page.Visit;
import org.claimsledger.desk.words.Names;
import org.claimsledger.desk.words.Said;
import org.claimsledger.desk.words.ValueWords;
import org.claimsledger.ledger.Times;
import org.claimsledger.projection.directory.SourceAt;
import org.claimsledger.projection.directory.SubjectAt;
import org.claimsledger.projection.versions.ClaimAt;
import org.claimsledger.source.SourceDetails;
import org.claimsledger.time.Edtf;
import org.claimsledger.value.ClaimId;
import org.claimsledger.value.RefusalCode;
import org.claimsledger.value.SourceId;
import org.claimsledger.value.SubjectId;
import org.claimsledger.value.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what an act is about. */
@Component
final class Targets {

    /** More events than that between two looks at one claim are not told one by one. */
    private static final int TOLD = 50;

    /** @param asOf as what the ledger held up to there: now, or when a form was opened */
    Target of(Act.About about, String id, long asOf, Visit visit) {
        return switch (about) {
            case CLAIMS -> claim(claimAt(id, asOf, visit), visit);
            case SOURCES -> source(id, asOf, visit);
            case SUBJECTS -> subject(id, asOf, visit);
            case NEW -> Target.NOTHING;
        };
    }

    private static ClaimAt claimAt(String id, long asOf, Visit visit) {
        return Found.require(id, RefusalCode.CLAIM_UNKNOWN, ClaimId::new, it -> visit.seen()
                .claims()
                .claim(it, asOf));
    }

    private Target claim(ClaimAt at, Visit visit) {
        Claim claim = at.claim();
        Content content = claim.content();
        Map<String, String> handy = new LinkedHashMap<>();
        handy.put("claim/subject", content.subject().value());
        handy.put("claim/predicate", content.predicate().value());
        handy.put("claim/qualifiers", pairs(content.qualifiers()));
        return new Target(
                new Said(claim.id().value(), visit.to().claim(claim.id().value())),
                sentence(at, visit),
                claim.revision(),
                Typed.with(content("changes/", content)),
                Typed.with(handy));
    }

    private String sentence(ClaimAt at, Visit visit) {
        ClaimLine line =
                new ClaimLines(names(visit), visit.to(), visit.at().viewpoint().day()).of(at.state());
        return line.statement() == null
                ? line.subject().text() + ": " + line.predicate() + " "
                        + line.value().text()
                : line.statement();
    }

    private static Map<String, String> content(String under, Content content) {
        Map<String, String> texts = ValueControls.of(under + "value", content.value());
        texts.put(under + "qualifiers", pairs(content.qualifiers()));
        texts.put(under + "valid", text(content.valid()));
        texts.put(under + "validAsStated", text(content.validAsStated()));
        texts.put(under + "statement", text(content.statement()));
        return texts;
    }

    private Target source(String id, long asOf, Visit visit) {
        SourceAt source = Found.require(id, RefusalCode.SOURCE_UNKNOWN, SourceId::new, it -> visit.seen()
                .directory()
                .source(it, asOf));
        SourceDetails details = source.source().details();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("kind", details.kind() == null ? "" : details.kind().name().toLowerCase(Locale.ROOT));
        texts.put("title", text(details.title()));
        texts.put("publisher", text(details.publisher()));
        texts.put("authors", String.join("\n", Texts.entries(details.authors())));
        texts.put("url", details.url() == null ? "" : details.url().text());
        texts.put(
                "language", details.language() == null ? "" : details.language().tag());
        texts.put("published", text(details.published()));
        texts.put("retrievedAt", details.retrievedAt() == null ? "" : Times.text(details.retrievedAt()));
        texts.put(
                "contentSha256",
                details.contentSha256() == null ? "" : details.contentSha256().hex());
        texts.put(
                "reliability",
                details.reliability() == null ? "" : details.reliability().name());
        texts.put("note", text(details.note()));
        return new Target(
                new Said(Names.title(source), visit.to().source(id)), null, null, Typed.with(texts), Typed.NOTHING);
    }

    private Target subject(String id, long asOf, Visit visit) {
        SubjectAt subject = Found.require(id, RefusalCode.SUBJECT_UNKNOWN, SubjectId::new, it -> visit.seen()
                .directory()
                .subject(it, asOf));
        return new Target(
                new Said(subject.subject().details().name(), visit.to().subject(id)),
                null,
                null,
                Typed.NOTHING,
                Typed.NOTHING);
    }

    /** What happened to a claim since it had that revision; absent where nothing did. */
    @Nullable
    Meanwhile since(String id, long revision, Visit visit) {
        ClaimAt now = claimAt(id, visit.at().position(), visit);
        long more = now.claim().revision() - revision;
        if (more <= 0) {
            return null;
        }
        ClaimId claim = now.claim().id();
        Names names = names(visit);
        ChangeWords changes = new ChangeWords(
                names, new ValueWords(names, visit.to()), now.claim().content().predicate());
        List<Long> positions = visit.seen().claims().changes(claim, visit.at().position(), 0, Integer.MAX_VALUE);
        long after = positions.size() <= more ? 0 : positions.get((int) (positions.size() - more - 1));
        return new Meanwhile(
                sentence(now, visit),
                new HistoryLines(names, changes, visit.path(), visit.at().asked())
                        .of(visit.seen()
                                .audit()
                                .ofClaim(claim, visit.at().position(), after, TOLD)
                                .items()));
    }

    private Names names(Visit visit) {
        return new Names(visit.seen().directory(), visit.at().position(), visit.to());
    }

    private static String pairs(Map<?, String> pairs) {
        return pairs.entrySet().stream()
                .map(it -> it.getKey() + ": " + it.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String text(@Nullable Edtf date) {
        return date == null ? "" : date.text();
    }
}
