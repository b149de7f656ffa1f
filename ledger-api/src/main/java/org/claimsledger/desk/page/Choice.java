package org.claimsledger.desk.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One way to narrow a list down, as a link. */
public record Choice(String label, String href, boolean chosen) {

    /** @param text of the parameter; absent for the choice that narrows nothing */
    public static Choice of(String label, @Nullable String text, String parameter, Visit visit) {
        Map<String, String> parameters = new LinkedHashMap<>(visit.parameters());
        parameters.remove("after");
        if (text == null) {
            parameters.remove(parameter);
        } else {
            parameters.put(parameter, text);
        }
        return new Choice(label, visit.to().to(visit.path(), parameters), Objects.equals(text, visit.text(parameter)));
    }
}
