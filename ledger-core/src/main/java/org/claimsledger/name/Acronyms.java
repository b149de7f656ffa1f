package org.claimsledger.name;

import java.util.ArrayList;
import java.util.List;

/**
 * Letters that together are one word, such as A.B.C.: all of a name that has nothing else, and those of a company. Beside
 * other words of a person's name they are initials.
 */
final class Acronyms {

    private Acronyms() {}

    /** The tokens, with each acronym as one of them. */
    static List<NameToken> joined(List<NameToken> nameTokens) {
        if (nameTokens.stream().noneMatch(Acronyms::isLetter)) {
            return nameTokens;
        }
        boolean company = false;
        boolean onlyLetters = true;
        for (int at = 0; at < nameTokens.size(); ) {
            LegalForms.LegalForm form = LegalForms.at(at, nameTokens);
            company |= form != null || BodyWords.isOne(nameTokens.get(at).folded());
            onlyLetters &= form != null || isLetter(nameTokens.get(at));
            at += form == null ? 1 : form.words();
        }
        return company || onlyLetters ? joinedRuns(nameTokens) : nameTokens;
    }

    private static List<NameToken> joinedRuns(List<NameToken> nameTokens) {
        List<NameToken> joined = new ArrayList<>();
        List<NameToken> run = new ArrayList<>();
        for (int at = 0; at < nameTokens.size(); ) {
            LegalForms.LegalForm form = LegalForms.at(at, nameTokens);
            if (form == null && isLetter(nameTokens.get(at))) {
                run.add(nameTokens.get(at++));
                continue;
            }
            endRun(run, joined);
            int end = at + (form == null ? 1 : form.words());
            joined.addAll(nameTokens.subList(at, end));
            at = end;
        }
        endRun(run, joined);
        return joined;
    }

    private static void endRun(List<NameToken> run, List<NameToken> joined) {
        if (run.size() < 2) {
            joined.addAll(run);
        } else {
            NameToken last = run.getLast();
            joined.add(new NameToken(
                    String.join("", run.stream().map(NameToken::written).toList()),
                    String.join("", run.stream().map(NameToken::folded).toList()),
                    String.join("", run.stream().map(NameToken::small).toList()),
                    false,
                    last.hyphened(),
                    last.spaced(),
                    last.aside()));
        }
        run.clear();
    }

    private static boolean isLetter(NameToken nameToken) {
        return nameToken.folded().codePointCount(0, nameToken.folded().length()) == 1
                && Character.isLetter(nameToken.folded().codePointAt(0))
                && (nameToken.dotted()
                        || Character.isUpperCase(nameToken.written().codePointAt(0)));
    }
}
