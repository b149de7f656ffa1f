package org.claimsledger.name;

/**
 * How letters are read: the tables of ISO 9, BGN/PCGN, ALA-LC, ICAO Doc 9303, the scientific ones, ISO 233 and the Kazakh
 * Latin alphabets, and what the English, French and German press makes of them; for other scripts the standards named
 * beside them. Letters with marks that aren't listed are read without them.
 */
final class Alphabets {

    private static final String LATIN = """
        a=a b=b c=K d=d e=e f=f g=g h=h i=i j=J k=k l=l m=m n=n o=o p=p q=q r=r s=s t=t u=u v=v w=w x=X y=y z=z
        aa=ā oo=ū ā=ā ī=ī ū=ū ý=ý gue=ge gui=gi
        ee=eI ou=u ck=k ph=f tz=c ț=c ts=c tc=c tts=c
        ch=C tch=č tsch=č tsh=č č=č ć=č ç=č ĉ=č ttsch=tč ttch=tč cz=Ц
        dj=Đ dzh=ǰ dž=ǰ dsch=ǰ dsh=ǰ đ=Đ ǧ=ǰ ǰ=ǰ
        dh=ð ḏ=ð ð=ð th=θ ṯ=θ þ=θ
        gh=γ ggh=γ ğ=ğ ġ=γ ǵ=γ ģ=γ
        kh=χ kkh=χ ḫ=χ ẖ=χ ẗ=H
        sh=š ssh=š tth=θ ddh=ð sz=š š=š ş=Ş ș=Ş ś=Ş sch=Q ŝ=щ
        shch=щ shh=щ shtch=щ shtsh=щ schtsch=щ stsch=щ chtch=щ szcz=щ šč=щ sč=щ štš=щ sjtj=щ
        zh=ž tzh=tž szh=sž ž=ž ż=ž ẑ=ž
        ng=Ŋ ngh=nγ n'g=ng ñ=ŋ ņ=ŋ ń=ŋ ṅ=ŋ ŋ=ŋ
        â=â û=û î=ī ë=ё ä=ä æ=ä ə=ä ö=ö ő=ö ø=ö œ=ö ô=ö ü=ü ű=ü ù=ü ı=ы ŭ=u aŭ=aw eŭ=ew oŭ=ow iŭ=iw yŭ=yw ł=l ß=s
        """;

    private static final String CYRILLIC = """
        а=a ә=ä б=b в=v г=Г ғ=γ ґ=g ѓ=ǰ д=d ђ=ǰ дж=ǰ е=e ё=ё є=ye ж=ž з=z и=i й=y і=i ї=yi ј=y к=k қ=q ќ=k л=l љ=l
        м=m н=n ң=ŋ њ=n о=o ө=ö п=p р=r с=s т=t ћ=č у=u ұ=u ү=ü ў=w ф=f х=χ һ=h ц=c тс=c ч=č џ=ǰ ш=š щ=щ шч=щ сч=щ
        ъ= ы=ы ь= э=e ю=yu я=ya ѐ=e ѝ=i ѣ=e ѳ=f ѵ=i җ=ǰ ҝ=g ҹ=ǰ ҳ=h ҷ=ǰ ӣ=i ӯ=u ӊ=ŋ ҥ=ŋ
        """;

    private static final String ARABIC = """
        ^ا=Λ ا=A ب=P ت=t ث=θ ج=Ǧ ح=h خ=χ د=d ذ=ð ر=r ز=z س=s ش=š ص=s ض=D ط=t ظ=Z ع=E غ=γ ف=F ق=q ك=ك ل=l م=m ن=n
        ه=h ة=H و=W ي=Y ى=Ỳ ي$=Ỳ ء=E پ=p چ=č ژ=ž گ=g ڤ=v تش=č ه$=H ڭ=ŋ ۋ=W ۇ=u ۆ=ö ە=e ھ=h ڨ=g ڥ=v ٹ=t ڈ=d ڑ=r ةاي=HY ں=n ے=Ỳ ہ=h
        """;

    /** ISO 843 and ELOT 743, with the digraphs as they are spoken. */
    private static final String GREEK = """
        α=a β=v γ=γ δ=ð ε=e ζ=z η=i θ=θ ι=i κ=k λ=l μ=m ν=n ξ=ks ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f χ=χ ψ=ps ω=o
        αι=äi ει=iI οι=oi υι=i ου=u αυ=aw ευ=ew ηυ=iw γγ=Ŋ γκ=Ŋ ^γκ=g γξ=nks γχ=nχ μπ=mP ^μπ=b ντ=nð ^ντ=d τζ=c τσ=c
        γι=ɣi γε=ɣe γει=ɣiI γη=ɣi γυ=ɣi ντζ=nc αυκ=afk αυσ=afs αυτ=aft αυθ=afθ ευκ=efk ευπ=efp ευσ=efs ευτ=eft ευθ=efθ
        ευφ=ef ευχ=efχ ευξ=efks
        """;

    /** ISO 9984 and the national system of 2002. */
    private static final String GEORGIAN = """
        ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=ž რ=r ს=s ტ=t უ=u ფ=π ქ=k ღ=γ ყ=q შ=š ჩ=č ც=c ძ=dz
        წ=c ჭ=č ხ=χ ჯ=ǰ ჰ=h ჲ=y ჱ=e ჳ=v ჴ=q ჵ=o
        """;

    /** ISO 9985, BGN/PCGN 1981 and ALA-LC; letters that Western Armenian reads otherwise are near both. */
    private static final String ARMENIAN = """
        ա=a բ=P գ=ك դ=ð ե=e ^ե=ye զ=z է=e ը=ы թ=t ժ=ž ի=i լ=l խ=χ ծ=c կ=ك հ=h ձ=dz ղ=γ ճ=č մ=m յ=y ն=n շ=š ո=o ^ո=vo չ=č
        պ=P ջ=ǰ ռ=r ս=s վ=v տ=t ր=r ց=c ւ=w ու=u ^ու=u փ=p ք=k օ=o ֆ=f եւ=ev իւ=yu յա=ya եա=ya ութիւն=utyun
        """;

    /** ISO 259 and the Academy's rules of 2006. Short vowels are not written. */
    private static final String HEBREW = """
        ^א=Λ ^או=W ^אי=Y א=E ב=β ג=g ג'=ǰ ד=d ה=h ה$=H ו=W וו=v ז=z ז'=ž ח=χ ט=t י=Y יי=y כ=κ ך=χ ל=l מ=m ם=m נ=n ן=n ס=s ע=E פ=π ף=f
        צ=c ץ=c צ'=č ץ'=č ק=k ר=r ש=ψ ת=t ת'=θ
        """;

    /** The letters of Hangul taken apart: consonants as they begin and end a syllable, and vowels. */
    private static final String HANGUL = """
        ᄀ=k ᄁ=k ᄂ=n ᄃ=t ᄄ=t ᄅ=r ᄆ=m ᄇ=p ᄈ=p ᄉ=s ᄊ=s ᄋ= ᄌ=č ᄍ=č ᄎ=č ᄏ=k ᄐ=t ᄑ=p ᄒ=h
        ᅡ=a ᅢ=ä ᅣ=ya ᅤ=yä ᅥ=o ᅦ=e ᅧ=yo ᅨ=ye ᅩ=o ᅪ=wa ᅫ=wä ᅬ=we ᅭ=yo ᅮ=u ᅯ=wo ᅰ=we ᅱ=wi ᅲ=yu ᅳ=u ᅴ=i ᅵ=i
        ᆨ=k ᆩ=k ᆪ=k ᆫ=n ᆬ=n ᆭ=n ᆮ=t ᆯ=l ᆰ=k ᆱ=m ᆲ=l ᆳ=l ᆴ=l ᆵ=p ᆶ=l ᆷ=m ᆸ=p ᆹ=p ᆺ=t ᆻ=t ᆼ=ŋ ᆽ=t ᆾ=t ᆿ=k ᇀ=t ᇁ=p ᇂ=t
        """;

    static final Spelling ALL = new Spelling(LATIN, CYRILLIC, ARABIC, GREEK, GEORGIAN, ARMENIAN, HEBREW, HANGUL);

    private Alphabets() {}
}
