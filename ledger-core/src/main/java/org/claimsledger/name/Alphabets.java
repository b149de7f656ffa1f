package org.claimsledger.name;

/**
 * How Latin, Cyrillic and Arabic letters are read: the tables of ISO 9, BGN/PCGN, ALA-LC, ICAO Doc 9303, the scientific
 * ones, ISO 233 and the Kazakh Latin alphabets, and what the English, French and German press makes of them. Letters
 * with marks that aren't listed are read without them.
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
        ه=h ة=H و=W ي=Y ى=Ỳ ي$=Ỳ ء=E پ=p چ=č ژ=ž گ=g ڤ=v تش=č ه$=H ڭ=ŋ ۋ=W ۇ=u ۆ=ö ە=e ھ=h ڨ=g ڥ=v ٹ=t ڈ=d ڑ=r ں=n ے=Ỳ ہ=h
        """;

    static final Spelling ALL = new Spelling(LATIN, CYRILLIC, ARABIC);

    private Alphabets() {}
}
