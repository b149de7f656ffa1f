package org.claimsledger.name;

/**
 * The sound of a letter, or of letters that are written for one. Where a spelling is ambiguous ({@code ch} is ч in
 * English, х in German), the sound is the ambiguity itself, and {@link SoundCosts} says which sounds it may be.
 */
enum Sound {
    P('p', "P"),
    B('b', "B"),
    T('t', "T"),
    D('d', "D"),
    K('k', "K"),
    Q('q', "K"),
    G('g', "K"),
    /** ғ, غ, gh. */
    GH('γ', "K"),
    /** Cyrillic г: g, in Ukrainian h. */
    GHE('Г', "K"),
    /** х, خ, kh. */
    KH('χ', "K"),
    H('h', "K"),
    F('f', "V"),
    V('v', "V"),
    /** w, ў: a consonant or half a vowel. */
    W('w', "V|"),
    S('s', "S"),
    Z('z', "S"),
    SH('š', "S"),
    ZH('ž', "S"),
    CH('č', "S"),
    TS('c', "S"),
    SHCH('щ', "S"),
    /** дж, dj, dzh. */
    DJ('ǰ', "S"),
    /** ث, th. */
    TH('θ', "T|S"),
    /** ذ, dh. */
    DH('ð', "D|S"),
    N('n', "N"),
    /** ң, ñ. */
    NG('ŋ', "N"),
    M('m', "M"),
    L('l', "L"),
    R('r', "R"),

    /** Latin ch: ч, х, ш. */
    LATIN_CH('C', "S|K"),
    /** Latin c: ц, к, a č that lost its mark, Turkish дж. */
    LATIN_C('K', "S|K"),
    /** Latin cz: ц, in Polish ч. */
    LATIN_CZ('Ц', "S"),
    /** Latin j: й, ж, ج. */
    LATIN_J('J', "|S"),
    /** Latin dj: дж, дь. */
    LATIN_DJ('Đ', "S|D"),
    /** Latin x: кс, х. */
    LATIN_X('X', "KS|K"),
    /** Latin sch: ш, щ, ж. */
    LATIN_SCH('Q', "S"),
    /** Latin ş: ш of Turkic alphabets, ص of others. */
    LATIN_S_CEDILLA('Ş', "S"),

    /** Latin ğ: ғ, غ, and г of Ukrainian. */
    LATIN_G_BREVE('ğ', "K"),
    /** Latin ng: нг, ң. */
    LATIN_NG('Ŋ', "NK|N"),
    /** Arabic ك, also written for g. */
    KAF('ك', "K"),
    /** Arabic ب, also written for p. */
    BA('P', "B|P"),
    /** Arabic ف, also written for v. */
    FA('F', "V"),
    /** Greek γ before e and i: g, y. */
    GREEK_GI('ɣ', "K|"),
    /** Hebrew ב: b, v. */
    BET('β', "B|V"),
    /** Hebrew פ: p, f. */
    PE('π', "P|V"),
    /** Hebrew כ: k, kh. */
    HEBREW_KAF('κ', "K"),
    /** Hebrew ש: sh, s. */
    SHIN('ψ', "S"),
    /** Arabic ج. */
    JIM('Ǧ', "S|K"),
    /** Arabic ض: d, z. */
    DAD('D', "D|S"),
    /** Arabic ظ: z, dh. */
    ZA('Z', "S|D"),
    /** Arabic ة: nothing, h, t. */
    TA_MARBUTA('H', "|T"),
    /** Arabic ع and hamza: nothing that other alphabets write, but a vowel may stand on it. */
    AYN('E', ""),
    /** Arabic و: w, u, o. */
    WAW('W', "|V"),
    /** Arabic ي: y, i, e. */
    YA('Y', ""),
    /** Arabic ى and a last ی: a, i. */
    LAST_YA('Ỳ', ""),
    /** Arabic ا. */
    ALIF('A', ""),
    /** Arabic ا at the beginning: any vowel. */
    FIRST_ALIF('Λ', ""),

    /** й, Latin y: half a vowel, or ы. */
    Y('y', ""),
    A_('a', ""),
    /** ā, aa. */
    LONG_A('ā', ""),
    /** Latin â: я, ā. */
    LATIN_A_CIRCUMFLEX('â', ""),
    /** ә, ä. */
    AE('ä', ""),
    E_('e', ""),
    /** ё: e or o. */
    YO('ё', ""),
    /** The second half of ee: i or e. */
    LATIN_EE('I', ""),
    I_('i', ""),
    /** ī. */
    LONG_I('ī', ""),
    /** ы, ı. */
    YERY('ы', ""),
    O_('o', ""),
    OE('ö', ""),
    U_('u', ""),
    /** ū, oo. */
    LONG_U('ū', ""),
    /** Latin û: ю, ū. */
    LATIN_U_CIRCUMFLEX('û', ""),
    /** Latin ý: Kazakh у, й and ый of others. */
    LATIN_Y_ACUTE('ý', ""),
    UE('ü', "");

    static final int COUNT = values().length;

    private static final Sound[] BY_SIGN = bySign();

    private final char sign;
    private final String[] skeleton;
    private final int classes;

    Sound(char sign, String skeleton) {
        this.sign = sign;
        this.skeleton = skeleton.split("\\|", -1);
        int any = 0;
        for (int i = 0; i < skeleton.length(); i++) {
            any |= skeleton.charAt(i) == '|' ? 0 : 1 << (skeleton.charAt(i) - 'A');
        }
        this.classes = any;
    }

    /** The sound that the tables write with this sign. */
    static Sound of(char sign) {
        Sound sound = sign < BY_SIGN.length ? BY_SIGN[sign] : null;
        if (sound == null) {
            throw new IllegalArgumentException("No sound is written '" + sign + "'");
        }
        return sound;
    }

    char sign() {
        return sign;
    }

    /** Its classes in a skeleton, the likeliest first; empty for a vowel. */
    String[] skeleton() {
        return skeleton;
    }

    /** Whether it is a vowel. Arabic letters for long vowels and half vowels count as vowels. */
    boolean isVowel() {
        return ordinal() >= AYN.ordinal();
    }

    /** The classes of consonants that it may belong to, one bit each. */
    int classes() {
        return classes;
    }

    /** The class that it certainly belongs to; none where there are several. */
    int sureClass() {
        return skeleton.length == 1 && Integer.bitCount(classes) == 1 ? classes : 0;
    }

    /** Whether it may be written as two sounds. */
    boolean mayBeTwo() {
        return switch (this) {
            case LATIN_X,
                    NG,
                    LATIN_NG,
                    YO,
                    E_,
                    LATIN_DJ,
                    DJ,
                    SH,
                    ZH,
                    DH,
                    TH,
                    AE,
                    LATIN_A_CIRCUMFLEX,
                    LATIN_U_CIRCUMFLEX -> true;
            default -> false;
        };
    }

    private static Sound[] bySign() {
        Sound[] bySign = new Sound[0x2000];
        for (Sound sound : values()) {
            if (bySign[sound.sign] != null) {
                throw new IllegalStateException("Two sounds are written '" + sound.sign + "'");
            }
            bySign[sound.sign] = sound;
        }
        return bySign;
    }
}
