package org.claimsledger.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a standard, or a press, writes a name of another alphabet. An entry of the table is letters, {@code =}, letters;
 * {@code ^} is the beginning of a word, {@code $} its end, {@code +} a place after a vowel, й, ъ, ь or nothing. Written
 * from the published tables, apart from what the product reads.
 */
enum Transliteration {
    ISO_9("ru uk kk", """
        а=a ә=a̋ б=b в=v г=g ғ=ġ ґ=g̀ д=d е=e ё=ë є=ê ж=ž з=z и=i й=j і=ì ї=ï к=k қ=ķ л=l м=m н=n ң=ņ о=o ө=ô п=p р=r с=s
        т=t у=u ұ=u̇ ү=ù ф=f х=h һ=ḥ ц=c ч=č ш=š щ=ŝ ъ=ʺ ы=y ь=ʹ э=è ю=û я=â '=’
        """),
    SCIENTIFIC("ru", """
        а=a б=b в=v г=g д=d е=e ё=ë ж=ž з=z и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=x ц=c ч=č ш=š щ=šč ъ=ʺ
        ы=y ь=ʹ э=ė ю=ju я=ja
        """),
    SCIENTIFIC_WITH_CH("ru", """
        а=a б=b в=v г=g д=d е=e ё=ё ж=ž з=z и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=ch ц=c ч=č ш=š щ=šč ъ=″
        ы=y ь=′ э=è ю=ju я=ja ё=ë
        """),
    BGN_RUSSIAN("ru", """
        а=a б=b в=v г=g д=d е=e +е=ye ё=ë +ё=yë ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch
        ш=sh щ=shch ъ=” ы=y ь=’ э=e ю=yu я=ya
        """),
    ALA_LC_RUSSIAN("ru", """
        а=a б=b в=v г=g д=d е=e ё=ë ж=zh з=z и=i й=ĭ к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=t͡s ч=ch ш=sh щ=shch
        ъ=ʺ ы=y ь=ʹ э=ė ю=i͡u я=i͡a
        """),
    ICAO_RUSSIAN("ru", """
        а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch
        ъ=ie ы=y ь= э=e ю=iu я=ia
        """),
    GOST_7_79_B("ru", """
        а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=x ц=cz ци=ci це=ce ч=ch
        ш=sh щ=shh ъ=`` ы=y` ь=` э=e` ю=yu я=ya
        """),
    GOST_52535("ru", """
        а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=tc ч=ch ш=sh щ=shch
        ъ= ы=y ь= э=e ю=iu я=ia
        """),
    ENGLISH_PRESS("ru", """
        а=a б=b в=v г=g д=d е=e +е=ye ё=yo ж=zh з=z и=i ий$=y ый$=y й=y к=k кс=x л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh
        ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= ье=ie ьё=io э=e ю=yu я=ya чё=che щё=shche шё=she жё=zhe
        """),
    GERMAN_PRESS("ru", """
        а=a б=b в=w г=g д=d е=e +е=je ё=jo щё=schtscho чё=tscho жё=scho шё=scho ж=sch з=s и=i ий$=i ый$=y й=i кс=x к=k л=l
        м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=ch ц=z ч=tsch ш=sch щ=schtsch ъ= ы=y ь= ье=je э=e ю=ju я=ja
        """),
    FRENCH_PRESS("ru", """
        а=a б=b в=v г=g ге=gue ги=gui д=d е=e +е=ie ё=io чё=tche щё=chtche ж=j з=z и=i ий$=i ый$=y ин$=ine й=ï к=k л=l м=m н=n о=o
        п=p р=r с=s т=t у=ou ф=f х=kh ц=ts ч=tch ш=ch щ=chtch ъ= ы=y ь= ье=ie э=e ю=iou я=ia
        """),
    UKRAINIAN_NATIONAL("uk", """
        а=a б=b в=v г=h зг=zgh ґ=g д=d е=e є=ie ^є=ye ж=zh з=z и=y і=i ї=i ^ї=yi й=i ^й=y к=k л=l м=m н=n о=o п=p р=r с=s
        т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь= ю=iu ^ю=yu я=ia ^я=ya '=
        """),
    BGN_UKRAINIAN("uk", """
        а=a б=b в=v г=h ґ=g д=d е=e є=ye ж=zh з=z и=y і=i ї=yi й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch
        ш=sh щ=shch ь=’ ю=yu я=ya '=”
        """),
    ALA_LC_UKRAINIAN("uk", """
        а=a б=b в=v г=h ґ=g д=d е=e є=i͡e ж=z͡h з=z и=y і=i ї=ï й=ĭ к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=t͡s ч=ch
        ш=sh щ=shch ь=ʹ ю=i͡u я=i͡a '=
        """),
    SCIENTIFIC_UKRAINIAN("uk", """
        а=a б=b в=v г=h ґ=g д=d е=e є=je ж=ž з=z и=y і=i ї=ji й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=x ц=c ч=č ш=š
        щ=šč ь=ʹ ю=ju я=ja '=
        """),
    ICAO_UKRAINIAN("uk", """
        а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch
        ш=sh щ=shch ь= ю=iu я=ia '=
        """),
    GERMAN_UKRAINIAN("uk", """
        а=a б=b в=w г=h ґ=g д=d е=e є=je ж=sch з=s и=y і=i ї=ji й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=ch ц=z
        ч=tsch ш=sch щ=schtsch ь= ю=ju я=ja '=
        """),
    BGN_KAZAKH("kk", """
        а=a ә=ä б=b в=v г=g ғ=gh д=d е=e ё=yo ж=zh з=z и=ī й=y к=k қ=q л=l м=m н=n ң=ng о=o ө=ö п=p р=r с=s т=t у=ū ұ=ŭ ү=ü
        ф=f х=kh һ=h ц=ts ч=ch ш=sh щ=shch ъ=” ы=y і=i ь=’ э=ė ю=yu я=ya
        """),
    DSTU_9112_A("uk", """
        а=a б=b в=v г=ğ ґ=g д=d е=e є=je ж=ž з=z и=y і=i ї=ji й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=x ц=c ч=č ш=š
        щ=ŝ ь=j ю=ju я=ja '='
        """),
    KAZAKH_QAZAQPARAT("kk", """
        а=a ә=ä б=b в=v г=g ғ=ğ д=d е=e ё=yo ж=j з=z и=ï й=y к=k қ=q л=l м=m н=n ң=ñ о=o ө=ö п=p р=r с=s т=t у=w ұ=u ү=ü
        ф=f х=x һ=h ц=c ч=ç ш=ş щ=şş ъ= ы=ı і=i ь= э=é ю=yu я=ya
        """),
    ALA_LC_KAZAKH("kk", """
        а=a ә=ă̇ б=b в=v г=g ғ=gh д=d е=e ё=ë ж=zh з=z и=i й=ĭ к=k қ=q л=l м=m н=n ң=n͡g о=o ө=ȯ п=p р=r с=s т=t у=u ұ=ū
        ү=u̇ ф=f х=kh һ=ḣ ц=t͡s ч=ch ш=sh щ=shch ъ=ʺ ы=y і=ī ь=ʹ э=ė ю=i͡u я=i͡a
        """),
    KAZAKH_LATIN_2018("kk", """
        а=a ә=á б=b в=v г=g ғ=ǵ д=d е=e ё=io ж=j з=z и=ı й=ı к=k қ=q л=l м=m н=n ң=ń о=o ө=ó п=p р=r с=s т=t у=ý ұ=u ү=ú
        ф=f х=h һ=h ц=ts ч=ch ш=sh щ=sh ъ= ы=y і=i ь= э=e ю=ıý я=ıa
        """),
    KAZAKH_LATIN_2021("kk", """
        а=a ә=ä б=b в=v г=g ғ=ğ д=d е=e ё=io ж=j з=z и=i й=i к=k қ=q л=l м=m н=n ң=ñ о=o ө=ö п=p р=r с=s т=t у=u ұ=ū ү=ü
        ф=f х=h һ=h ц=ts ч=ş ш=ş щ=ş ъ= ы=y і=ı ь= э=e ю=iu я=ia
        """),
    KAZAKH_PASSPORT("kk", """
        а=a ә=a б=b в=v г=g ғ=g д=d е=e +е=ye ё=yo ж=zh з=z и=i й=y к=k қ=k л=l м=m н=n ң=n о=o ө=o п=p р=r с=s т=t у=u ұ=u ү=u
        ф=f х=kh һ=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y і=i ь= э=e ю=yu я=ya
        """),
    KAZAKH_ENGLISH_PRESS("kk", """
        а=a ә=a б=b в=v г=g ғ=gh д=d е=e ё=yo ж=zh з=z и=i й=i к=k қ=q л=l м=m н=n ң=ng о=o ө=o п=p р=r с=s т=t у=u ұ=u ү=u
        ф=f х=kh һ=h ц=ts ч=ch ш=sh щ=shch ъ= ы=y і=i ь= э=e ю=yu я=ya
        """),
    KAZAKH_IN_RUSSIAN("kk", """
        ә=а ғ=г қ=к ң=н ө=о ұ=у ү=у һ=х і=и
        """),
    ALA_LC_ARABIC("ar", "ǧ=j ḫ=kh š=sh ġ=gh ṯ=th ḏ=dh"),
    BGN_ARABIC("ar", "ǧ=j ḫ=kh š=sh ġ=gh ṯ=th ḏ=dh ḥ=ḩ ṣ=ş ḍ=ḑ ṭ=ţ ẓ=z̧ ʿ=‘ ʾ=’"),
    DIN_31635("ar", "ǧ=ǧ"),
    ISO_233_ARABIC("ar", "ḫ=ẖ ā=â ī=î ū=û"),
    ENGLISH_ARABIC("ar", """
        ǧ=j ḫ=kh š=sh ġ=gh ṯ=th ḏ=dh ḥ=h ṣ=s ḍ=d ṭ=t ẓ=z ʿ= ʾ= ā=a ī=i ū=u
        """),
    ENGLISH_ARABIC_OF_LONG_VOWELS("ar", """
        ǧ=j ḫ=kh š=sh ġ=gh ṯ=th ḏ=dh ḥ=h ṣ=s ḍ=d ṭ=t ẓ=z ʿ= ʾ= ā=aa ī=ee ū=oo
        """),
    FRENCH_ARABIC("ar", """
        ǧ=dj ḫ=kh š=ch ġ=gh ṯ=th ḏ=dh ḥ=h ṣ=s ḍ=d ṭ=t ẓ=z ʿ= ʾ= ā=a ī=i ū=ou u=ou q=k
        """);

    private final List<String> languages;
    private final Map<String, String> table = new HashMap<>();

    Transliteration(String languages, String table) {
        this.languages = List.of(languages.split(" "));
        for (String entry : table.strip().split("\\s+")) {
            int equals = entry.indexOf('=');
            this.table.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
    }

    boolean writes(String language) {
        return languages.contains(language);
    }

    /** A name of any number of words, each with a capital first. */
    String write(String name) {
        StringBuilder written = new StringBuilder();
        for (String word : name.split("(?<=[ -])|(?=[ -])")) {
            String small = word.toLowerCase();
            String letters = one(small);
            written.append(
                    word.equals(small) || letters.isEmpty()
                            ? letters
                            : letters.substring(0, 1).toUpperCase() + letters.substring(1));
        }
        return written.toString();
    }

    private String one(String word) {
        StringBuilder written = new StringBuilder();
        int at = 0;
        while (at < word.length()) {
            int length = Math.min(3, word.length() - at);
            String found = null;
            while (length > 0 && found == null) {
                found = at(word, at, length);
                length--;
            }
            written.append(found == null ? word.substring(at, at + 1) : found);
            at += found == null ? 1 : length + 1;
        }
        return written.toString();
    }

    private String at(String word, int at, int length) {
        String letters = word.substring(at, at + length);
        if (at + length == word.length() && table.containsKey(letters + "$")) {
            return table.get(letters + "$");
        }
        if (at == 0 && table.containsKey("^" + letters)) {
            return table.get("^" + letters);
        }
        if ((at == 0 || "аеёиоуыэюяіїєәөұүйъь".indexOf(word.charAt(at - 1)) >= 0) && table.containsKey("+" + letters)) {
            return table.get("+" + letters);
        }
        return table.get(letters);
    }
}
