package org.claimsledger.name;

/**
 * How Latin, Cyrillic and Arabic letters are read: the tables of ISO 9, BGN/PCGN, ALA-LC, ICAO Doc 9303, the scientific
 * ones, ISO 233 and the Kazakh Latin alphabets, and what the English, French and German press makes of them. Letters with
 * marks that aren't listed are read without them.
 */
final class Alphabets {

    private static final String LATIN = """
        a=a b=b c=K d=d e=e f=f g=g h=h i=i j=J k=k l=l m=m n=n o=o p=p q=q r=r s=s t=t u=u v=v w=w x=X y=y z=z
        aa=a bb=b cc=K dd=d ff=f gg=g kk=k ll=l mm=m nn=n oo=u pp=p qq=q rr=r ss=s tt=t vv=v zz=z
        ee=eI ou=u ck=k ph=f tz=c ts=c tts=c
        ch=C tch=č tsch=č tsh=č č=č ç=č ĉ=č tč=č cz=Ц
        dj=ǰ dzh=ǰ dž=ǰ dsch=ǰ dsh=ǰ đ=ǰ ǧ=ǰ ǰ=ǰ
        dh=ð ḏ=ð ð=ð th=θ ṯ=θ þ=θ
        gh=γ ggh=γ ğ=γ ġ=γ ǵ=γ ģ=γ
        kh=χ kkh=χ ḫ=χ ẖ=χ
        sh=š ssh=š sz=š š=š ş=Ş ș=Ş ś=Ş sch=Q ŝ=щ
        shch=щ shh=щ shtch=щ shtsh=щ schtsch=щ stsch=щ chtch=щ szcz=щ šč=щ sč=щ štš=щ sjtj=щ
        zh=ž ž=ž ż=ž ẑ=ž
        ñ=ŋ ņ=ŋ ń=ŋ ṅ=ŋ ŋ=ŋ
        â=ya û=yu ë=ё ï=yi ä=ä æ=ä ə=ä ö=ö ő=ö ø=ö œ=ö ô=ö ü=ü ű=ü ù=ü ı=ы ŭ=w ł=l ß=s
        """;

    private static final String CYRILLIC = """
        а=a ә=ä б=b в=v г=Г ғ=γ ґ=g ѓ=ǰ д=d ђ=ǰ дж=ǰ е=e ё=ё є=ye ж=ž з=z и=i й=y і=i ї=yi ј=y к=k қ=q ќ=k л=l љ=l
        м=m н=n ң=ŋ њ=n о=o ө=ö п=p р=r с=s т=t ћ=č у=u ұ=u ү=ü ў=w ф=f х=χ һ=h ц=c тс=c ч=č џ=ǰ ш=š щ=щ шч=щ сч=щ
        ы=ы э=e ю=yu я=ya ѐ=e ѝ=i ѣ=e ѳ=f ѵ=i җ=ǰ ҝ=g ҹ=ǰ ҳ=h ҷ=ǰ ӣ=i ӯ=u ӊ=ŋ ҥ=ŋ
        бб=b вв=v дд=d жж=ž зз=z кк=k ққ=q лл=l мм=m нн=n пп=p рр=r сс=s тт=t фф=f
        """;

    private static final String ARABIC = """
        ^ا=Λ ا=A ب=P ت=t ث=θ ج=Ǧ ح=h خ=χ د=d ذ=ð ر=r ز=z س=s ش=š ص=s ض=D ط=t ظ=Z ع=E غ=γ ف=F ق=q ك=k ل=l م=m ن=n
        ه=h ة=H و=W ي=Y ى=Ỳ ي$=Ỳ ء=E پ=p چ=č ژ=ž گ=g ڤ=v تش=č ه$=H ڭ=ŋ ۋ=W ۇ=u ۆ=ö ە=e ھ=h ڨ=g ڥ=v
        """;

    static final Spelling ALL = new Spelling(LATIN, CYRILLIC, ARABIC);

    private Alphabets() {}
}
