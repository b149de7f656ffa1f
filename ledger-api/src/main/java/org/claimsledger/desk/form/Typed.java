package org.claimsledger.desk.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody typed into a form and chose there, by the names of its controls. It is kept as it was typed. */
public record Typed(Map<String, List<String>> texts) {

    public static final Typed NOTHING = new Typed(Map.of());

    public Typed {
        texts = Map.copyOf(texts);
    }

    public static Typed of(HttpServletRequest request) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, all) -> texts.put(name, Arrays.asList(all)));
        return new Typed(texts);
    }

    /** What is in a form that nobody has touched yet. */
    public static Typed with(Map<String, String> texts) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        texts.forEach((name, text) -> all.put(name, List.of(text)));
        return new Typed(all);
    }

    /** The text of a control; empty where it was left alone. */
    public String text(String name) {
        return texts.getOrDefault(name, List.of()).stream()
                .map(it -> it.replace("\r\n", "\n").strip())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }

    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** All that was chosen under one name. */
    public List<String> all(String name) {
        return texts.getOrDefault(name, List.of()).stream()
                .filter(it -> !it.isBlank())
                .toList();
    }

    /** The lines of a text that hold anything. */
    public List<String> lines(String name) {
        return text(name).lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    /** The same with something else in one control. */
    public Typed but(String name, String text) {
        Map<String, List<String>> all = new LinkedHashMap<>(texts);
        all.put(name, new ArrayList<>(List.of(text)));
        return new Typed(all);
    }

    /** The same with another's content of a field and its parts. */
    Typed taking(String name, Typed other) {
        Map<String, List<String>> all = new LinkedHashMap<>(texts);
        all.keySet().removeIf(it -> isOf(it, name));
        other.texts.forEach((each, text) -> {
            if (isOf(each, name)) {
                all.put(each, text);
            }
        });
        return new Typed(all);
    }

    private static boolean isOf(String control, String field) {
        return control.equals(field) || control.startsWith(field + ".");
    }
}
