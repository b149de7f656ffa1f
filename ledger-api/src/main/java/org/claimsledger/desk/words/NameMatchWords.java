package org.claimsledger.desk.words;

import org.claimsledger.name.Likeness.LikenessKind;

/** The way in which two names are alike, in words. */
public final class NameMatchWords {

    private NameMatchWords() {}

    public static String of(LikenessKind likenessKind) {
        return switch (likenessKind) {
            case EXACT -> "the same name";
            case LETTERS -> "the same letters";
            case ORDER -> "in another order";
            case SPELLING -> "another spelling";
            case INITIALS -> "with initials";
            case PART -> "a part of the name";
            case BEGINNING -> "it begins so";
            case MISPRINT -> "perhaps a misprint";
            case UNLIKE -> "not the same name";
        };
    }
}
