package org.claimsledger.api.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The texts and choices that a person entered into a form, by the names of its controls, exactly as entered. */
public record FormInput(Map<String, List<String>> texts) {

    public static final FormInput EMPTY = new FormInput(Map.of());

    public FormInput {
        texts = Map.copyOf(texts);
    }

    public static FormInput of(HttpServletRequest request) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, all) -> texts.put(name, Arrays.asList(all)));
        return new FormInput(texts);
    }

    /** The input that a form begins with. */
    public static FormInput ofTexts(Map<String, String> texts) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        texts.forEach((name, text) -> all.put(name, List.of(text)));
        return new FormInput(all);
    }

    /** The text of a control; empty where nothing was entered. */
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

    /** All choices under one name. */
    public List<String> all(String name) {
        return texts.getOrDefault(name, List.of()).stream()
                .filter(it -> !it.isBlank())
                .toList();
    }

    /** The lines of a text that are not blank. */
    public List<String> lines(String name) {
        return text(name).lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    /** A copy with another text in one control. */
    public FormInput withText(String name, String text) {
        Map<String, List<String>> all = new LinkedHashMap<>(texts);
        all.put(name, new ArrayList<>(List.of(text)));
        return new FormInput(all);
    }

    /** A copy with all texts of another input on top. */
    public FormInput mergedWith(FormInput other) {
        Map<String, List<String>> all = new LinkedHashMap<>(texts);
        all.putAll(other.texts);
        return new FormInput(all);
    }

    /** A copy with a field and its parts taken from another input. */
    public FormInput withFieldFrom(String name, FormInput other) {
        Map<String, List<String>> all = new LinkedHashMap<>(texts);
        all.keySet().removeIf(it -> isOf(it, name));
        other.texts.forEach((each, text) -> {
            if (isOf(each, name)) {
                all.put(each, text);
            }
        });
        return new FormInput(all);
    }

    private static boolean isOf(String control, String field) {
        return control.equals(field) || control.startsWith(field + ".");
    }
}
