package org.claimsledger.projection.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Common given names combined with common surnames, in the languages and scripts of the labelled list, so that a search
 * has many names to tell apart. The names are words, not people.
 */
final class CommonNames {

    private static final String RUSSIAN = """
        Александр Алексей Анатолий Андрей Антон Борис Вадим Валентин Василий Виктор Владимир Дмитрий Евгений
        Иван Игорь Константин Лев Максим Михаил Николай Олег Павел Пётр Сергей Юрий
        +
        Иванов Смирнов Кузнецов Попов Васильев Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев
        Лебедев Семёнов Егоров Павлов Козлов Степанов Николаев Орлов Макаров Никитин Захаров Зайцев Белов
        """;

    private static final String RUSSIAN_OF_WOMEN = """
        Анна Валентина Вера Галина Дарья Евгения Екатерина Елена Ирина Лидия Людмила Мария Надежда Наталья
        Ольга Светлана Татьяна Юлия
        +
        Иванова Смирнова Кузнецова Попова Соколова Новикова Фёдорова Морозова Волкова Лебедева Егорова
        Павлова Козлова Орлова Макарова Захарова
        """;

    private static final String UKRAINIAN = """
        Богдан Василь Віктор Віталій Володимир Григорій Дмитро Євген Іван Леонід Микола Михайло Олександр
        Павло Петро Сергій Степан Юрій Ганна Оксана Соломія Ярослава
        +
        Мельник Коваленко Бондаренко Шевченко Ткаченко Кравченко Олійник Коваль Поліщук Бондар Мороз
        Марченко Лисенко Савченко Руденко Петренко Клименко Гончаренко Панченко Левченко
        """;

    private static final String KAZAKH = """
        Айдар Алмас Асқар Бақытжан Болат Дәурен Ерлан Жанат Қайрат Мақсат Марат Мұхтар Нұрлан Олжас Серік
        Талғат Айгүл Әсел Гүлнар Дариға Мәдина Роза
        +
        Ахметов Омаров Оспанов Сұлтанов Ибраимов Қасымов Жұмабеков Нұрғалиев Сейітқали Әбдіров Қалиев
        Исмағұлов Байжанов Тілеубаев Әміров Мұсаев Рахымов Сәдуақасов Искаков Сағындықов
        """;

    private static final String ARABIC = """
        محمد أحمد محمود حسن علي عمر خالد سعيد ياسر يوسف إبراهيم جمال كمال سمير طارق ناصر فاطمة نوال
        ليلى مريم أنور راشد
        +
        العلي المصري الحسن النجار الحداد الخطيب التميمي الشامي البغدادي الهاشمي القاسم السيد الزهراني
        الغامدي العتيبي المنصور الأنصاري الخوري الصباغ الدمشقي
        """;

    private static final String IN_ENGLISH_SPELLING = """
        Alexander Andrey Anton Boris Dmitry Ivan Mikhail Nikolai Sergei Viktor Vladimir Yuri Mohamed Ahmed
        Mahmoud Hassan Khalid Omar Youssef Anwar Nurlan Askar Yerlan Daniyar Oleksandr Serhiy Vasyl Olena
        +
        Ivanov Smirnov Kuznetsov Popov Sokolov Morozov Melnyk Kovalenko Bondarenko Shevchenko Tkachenko
        Akhmetov Omarov Ospanov Sultanov Kassymov al-Masri Haddad Khoury el-Khatib Mansour al-Ansari Hassan
        Ibrahim
        """;

    private static final String LATIN = """
        Albert Angela Anna Antonín Barbara Erich Friedrich Gabriel Günter Hans Jan John José Jürgen
        Karel Lech Margaret Martin Nelson Peter Robert Søren Thomas Virginia Władysław
        +
        Müller Schmidt Schneider Fischer Weber Nowak Kowalski Wiśniewski Novák Svoboda Horák Hansen
        Nielsen Sørensen García Fernández López Smith Jones Brown Taylor Wilson Popescu Yılmaz
        """;

    private CommonNames() {}

    static List<String> all() {
        List<String> names = new ArrayList<>();
        for (String words : List.of(RUSSIAN, RUSSIAN_OF_WOMEN, UKRAINIAN, KAZAKH, ARABIC, IN_ENGLISH_SPELLING, LATIN)) {
            String[] halves = words.split("\\+");
            for (String given : halves[0].strip().split("\\s+")) {
                for (String surname : halves[1].strip().split("\\s+")) {
                    names.add(given + " " + surname);
                }
            }
        }
        return names;
    }
}
