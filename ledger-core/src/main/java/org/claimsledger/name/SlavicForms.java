package org.claimsledger.name;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Given names that Russian, Ukrainian and Belarusian each write in a form of their own, and that passports and papers
 * exchange for one another: Владимир, Володимир, Уладзімір.
 */
final class SlavicForms {

    /** The Russian form, then the others. */
    private static final String NAMES = """
        владимир володимир уладзімір
        николай микола мікалай мікола
        сергей сергій сяргей
        дмитрий дмитро дзмітрый димитри
        алексей олексій аляксей
        александр олександр аляксандр
        александра олександра аляксандра
        михаил михайло міхаіл
        евгений євген яўген яўгеній
        евгения євгенія яўгенія
        пётр петро пятро
        павел павло павал
        андрей андрій андрэй
        юрий юрій юры
        василий василь васіль
        григорий григорій рыгор
        игорь ігор ігар
        олег олег алег
        константин костянтин канстанцін
        анатолий анатолій анатоль
        виктор віктор віктар
        никита микита мікіта
        даниил данило данило
        илья ілля ілля
        артём артем арцём
        виталий віталій віталь
        владислав владислав уладзіслаў
        вячеслав вячеслав вячаслаў
        станислав станіслав станіслаў
        святослав святослав святаслаў
        ярослав ярослав яраслаў
        геннадий геннадій генадзь
        валерий валерій валерый
        фёдор федір фёдар
        степан степан сцяпан
        тимофей тимофій цімафей
        роман роман раман
        денис денис дзяніс
        яков яків якаў
        матвей матвій мацвей
        аркадий аркадій аркадзь
        леонид леонід леанід
        филипп пилип піліп
        тихон тихон ціхан
        антон антон антось
        елена олена алена
        анна ганна ганна
        ольга ольга вольга
        татьяна тетяна таццяна
        екатерина катерина кацярына
        ирина ірина ірына
        светлана світлана святлана
        наталья наталія наталля
        мария марія марыя
        надежда надія надзея
        любовь любов любоў
        людмила людмила людміла
        дарья дарія дар'я
        """;

    /** What two spellings of one form may differ by. */
    private static final int NEAR = 25;

    private static final int SHORTEST = 4;

    private record Form(Sounds sounds, Sounds russian) {}

    private static final List<Form> FORMS = forms();

    private SlavicForms() {}

    /** The Russian form of a given name that is Ukrainian or Belarusian; null for every other word. */
    static @Nullable Sounds russian(Sounds sounds) {
        if (sounds.length() < SHORTEST || sounds.bare()) {
            return null;
        }
        for (Form form : FORMS) {
            if (mayBeNear(sounds, form.sounds()) && SoundDistance.between(sounds, form.sounds(), NEAR) <= NEAR) {
                return form.russian();
            }
        }
        return null;
    }

    private static boolean mayBeNear(Sounds sounds, Sounds form) {
        return Math.abs(sounds.length() - form.length()) <= 2
                && (sounds.sure() & ~form.possible()) == 0
                && (form.sure() & ~sounds.possible()) == 0;
    }

    private static List<Form> forms() {
        List<Form> forms = new ArrayList<>();
        for (String line : NAMES.strip().split("\\n")) {
            String[] names = line.strip().split(" ");
            Sounds russian = Sounds.read(names[0]);
            for (int i = 1; i < names.length; i++) {
                Sounds sounds = Sounds.read(names[i]);
                if (SoundDistance.between(sounds, russian, NEAR) > NEAR) {
                    forms.add(new Form(sounds, russian));
                }
            }
        }
        return List.copyOf(forms);
    }
}
