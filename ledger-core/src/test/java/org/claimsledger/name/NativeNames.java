package org.claimsledger.name;

import java.util.ArrayList;
import java.util.List;

/** Given names and surnames in their native spelling; they stand for no real people. */
final class NativeNames {

    private static final List<String> RUSSIAN_GIVEN = words("""
        Александр Александра Алексей Алёна Анатолий Андрей Анна Аркадий Борис Вадим Валентин Валентина Валерий Василий Вера
        Виктор Виталий Владимир Всеволод Вячеслав Галина Геннадий Георгий Григорий Дарья Дмитрий Евгений Евгения Екатерина
        Елена Ефим Жанна Зоя Иван Игорь Илья Инна Ирина Кирилл Константин Ксения Лариса Лев Любовь Людмила Максим Маргарита
        Марина Мария Михаил Надежда Наталья Никита Николай Нина Олег Ольга Павел Пётр Раиса Роман Светлана Семён Сергей
        Софья Станислав Степан Тамара Татьяна Тимофей Фёдор Эдуард Эльвира Юлия Юрий Яков Ярослав
        """);

    private static final List<String> RUSSIAN_SURNAMES = words("""
        Абрамов Агафонов Аксёнов Афанасьев Баранов Белов Белый Беляев Борисов Быков Васильев Виноградов Воробьёв Гончаров
        Горбачёв Горький Григорьев Гусев Долгоруков Достоевский Дьяков Евдокимов Ельцин Ерёмин Ершов Ефимов Жаров Жданов
        Жуков Журавлёв Зайцев Захаров Зверев Зуев Игнатьев Ильин Исаев Казаков Киселёв Ковалёв Козлов Королёв Кузнецов
        Лермонтов Лыков Макаров Мельников Менделеев Мусоргский Наумов Некрасов Объедков Орлов Островский Павлов Пастернак
        Подъячев Попов Пушкин Рахманинов Рябов Савельев Семёнов Соболев Соловьёв Солженицын Суворов Сысоев Тарасов Толстой
        Третьяков Тургенев Тютчев Уваров Ушаков Фадеев Фомин Хабаров Харитонов Хомяков Хрущёв Цветаев Циолковский Чайковский
        Ангелинин Чехов Чижов Шаляпин Шевелёв Шестаков Широков Шишкин Шубин Щедрин Щербаков Щукин Юдин Юсупов Яковлев Якушев
        """);

    private static final List<String> UKRAINIAN_GIVEN = words("""
        Андрій Богдан Валерій Василь Віктор Віталій Володимир В'ячеслав Ганна Галина Григорій Данило Дмитро Євген Євгенія
        Ігор Ірина Катерина Леонід Леся Любов Людмила Марія Микола Михайло Назарій Наталія Оксана Олександр Олексій Олена
        Олег Ольга Орест Павло Петро Роман Сергій Соломія Софія Тарас Тетяна Федір Юлія Юрій Яків Ярослав
        """);

    private static final List<String> UKRAINIAN_SURNAMES = words("""
        Андрієнко Бондаренко Вишневський Гаврилюк Гнатюк Гончар Гринчишин Ґалаґан Дем'янчук Довженко Дорошенко Загребельний
        Згурський Зінченко Їжакевич Кравчук Костенко Котляревський Кучма Лисенко Лук'яненко Мазепа Мельник Нечуй Олійник
        Петлюра Пилипенко Підгайний Плющ Порошенко Рильський Сагайдачний Симоненко Стельмах Тимошенко Тичина Франко
        Хвильовий Хмельницький Ходаківський Чорновіл Шевченко Шептицький Щербина Щукін Юхименко Ющенко Яворський Яценюк
        """);

    private static final List<String> KAZAKH_GIVEN = words("""
        Абай Айгүл Айсұлу Алмас Асқар Әлия Әсел Бақыт Болат Гүлнәр Дариға Дәулет Ерлан Ермек Жанар Жәнібек Зәуре Кәрім Қайрат
        Қанат Қуаныш Мұхтар Мәдина Назгүл Нұрлан Нұрсұлтан Рахат Сәуле Серік Тимур Шәкәрім Шолпан Ұлан Үміт Өмірзақ Ілияс
        Қасым Мағжан Бауыржан Ахмет Хадиша Ғабит Ғани Ақмарал Жұмабек Меруерт Жаңыл Таңат Әйгерім Гүлжан Ықылас
        """);

    private static final List<String> KAZAKH_SURNAMES = words("""
        Әуезов Әлиев Аймауытов Байтұрсынұлы Бөкейханов Бекұлов Жабаев Жансүгіров Жұмабаев Қабанбаев Қожамжаров Қонаев
        Құнанбаев Майлин Мүсірепов Мұқанов Мұхамеджанов Мұстафин Нұрқаділов Нұрпейісов Өмірбаев Сәтбаев Сейфуллин Сүлейменов
        Тұяқбай Тоқаев Уәлиханов Шаханов Ыбыраев Әбілқасымов Ғабдуллин Жүнісов Қосанов Байжанов Тасмағамбетов Мәсімов
        Сарсенбаев Құлмұхаммед Әбдірахманов Жаңабаев Таңатаров Теңізбаев Жанғалиев
        """);

    /** A name as DIN 31635 writes it, and as Arabic does. */
    private static final List<String> ARABIC_GIVEN = List.of(
            "ʿAbbās=عباس",
            "ʿAbd al-ʿAzīz=عبد العزيز",
            "ʿAbd al-Karīm=عبد الكريم",
            "ʿAbd al-Qādir=عبد القادر",
            "ʿAbd al-Raḥmān=عبد الرحمن",
            "ʿAbd Allāh=عبد الله",
            "ʿĀdil=عادل",
            "Aḥmad=أحمد",
            "ʿĀʾiša=عائشة",
            "ʿAlī=علي",
            "Amīn=أمين",
            "Amīr=أمير",
            "Anwar=أنور",
            "Ayman=أيمن",
            "Bilāl=بلال",
            "Baššār=بشار",
            "Ḏākir=ذاكر",
            "Ḍiyāʾ=ضياء",
            "Fāṭima=فاطمة",
            "Fayṣal=فيصل",
            "Fuʾād=فؤاد",
            "Ǧamāl=جمال",
            "Ǧaʿfar=جعفر",
            "Ġassān=غسان",
            "Ḥabīb=حبيب",
            "Ḫadīǧa=خديجة",
            "Ḫālid=خالد",
            "Ḫalīl=خليل",
            "Ḥamīd=حميد",
            "Ḥamza=حمزة",
            "Hārūn=هارون",
            "Ḥasan=حسن",
            "Hišām=هشام",
            "Ḥusayn=حسين",
            "Ibrāhīm=إبراهيم",
            "ʿImād=عماد",
            "Ismāʿīl=إسماعيل",
            "Karīm=كريم",
            "Laylā=ليلى",
            "Maḥmūd=محمود",
            "Mālik=مالك",
            "Manṣūr=منصور",
            "Maryam=مريم",
            "Muʿammar=معمر",
            "Muḥammad=محمد",
            "Muṣṭafā=مصطفى",
            "Nāṣir=ناصر",
            "Naǧīb=نجيب",
            "Nūr al-Dīn=نور الدين",
            "Qāsim=قاسم",
            "Rāšid=راشد",
            "Riḍā=رضا",
            "Saʿd=سعد",
            "Saʿīd=سعيد",
            "Ṣalāḥ=صلاح",
            "Ṣāliḥ=صالح",
            "Salīm=سليم",
            "Samīr=سمير",
            "Šarīf=شريف",
            "Sulaymān=سليمان",
            "Ṭāriq=طارق",
            "ʿUmar=عمر",
            "ʿUṯmān=عثمان",
            "Usāma=أسامة",
            "Walīd=وليد",
            "Yaḥyā=يحيى",
            "Yaʿqūb=يعقوب",
            "Yūsuf=يوسف",
            "Zaynab=زينب",
            "Ziyād=زياد");

    private static final List<String> ARABIC_SURNAMES = List.of(
            "al-ʿAbbāsī=العباسي",
            "al-Asad=الأسد",
            "al-Baġdādī=البغدادي",
            "al-Bannā=البنا",
            "al-Ǧazāʾirī=الجزائري",
            "al-Ḥakīm=الحكيم",
            "al-Ḥarīrī=الحريري",
            "al-Hāšimī=الهاشمي",
            "al-Ḫaṭīb=الخطيب",
            "al-Mālikī=المالكي",
            "al-Miṣrī=المصري",
            "al-Qaḏḏāfī=القذافي",
            "al-Qurašī=القرشي",
            "al-Rašīd=الرشيد",
            "al-Sādāt=السادات",
            "al-Saʿdī=السعدي",
            "al-Šāmī=الشامي",
            "al-Ṣadr=الصدر",
            "al-Sīsī=السيسي",
            "al-Ṭabarī=الطبري",
            "al-Tikrītī=التكريتي",
            "al-Ẓāhirī=الظاهري",
            "al-Zarqāwī=الزرقاوي",
            "al-Ġazālī=الغزالي",
            "Bū Raqība=بورقيبة",
            "Darwīš=درويش",
            "Ḥaddād=حداد",
            "Ḫūrī=خوري",
            "Mubārak=مبارك",
            "Mursī=مرسي",
            "Naṣr Allāh=نصر الله",
            "Šaʿrāwī=شعراوي",
            "Ṣabbāġ=صباغ",
            "Zaġlūl=زغلول",
            "Ǧunblāṭ=جنبلاط",
            "Ḥamdān=حمدان");

    private NativeNames() {}

    static List<String> given(String language) {
        return switch (language) {
            case "ru" -> RUSSIAN_GIVEN;
            case "uk" -> UKRAINIAN_GIVEN;
            case "kk" -> KAZAKH_GIVEN;
            default -> ARABIC_GIVEN;
        };
    }

    static List<String> surnames(String language) {
        return switch (language) {
            case "ru" -> RUSSIAN_SURNAMES;
            case "uk" -> UKRAINIAN_SURNAMES;
            case "kk" -> KAZAKH_SURNAMES;
            default -> ARABIC_SURNAMES;
        };
    }

    /** The name in its own letters and in those of every standard of its language, each once. */
    static List<String> spellings(String language, String name) {
        List<String> spellings = new ArrayList<>();
        int equals = name.indexOf('=');
        spellings.add(equals < 0 ? name : name.substring(equals + 1));
        String source = equals < 0 ? name : name.substring(0, equals);
        for (Transliteration transliteration : Transliteration.values()) {
            if (transliteration.writes(language)) {
                String written = transliteration.write(source);
                if (!spellings.contains(written)) {
                    spellings.add(written);
                }
            }
        }
        return spellings;
    }

    private static List<String> words(String words) {
        return List.of(words.strip().split("\\s+"));
    }
}
