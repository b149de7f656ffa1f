package org.claimsledger.api.openapi;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.claimsledger.api.operation.OperationTable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The calls that the controllers and the table of operations map, found without starting anything. */
public final class MappedEndpoints {

    private MappedEndpoints() {}

    /** All calls, each such as {@code POST /api/v1/claims/{id}/evidence}. */
    public static Set<String> ofTheApplication() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        Set<String> calls = new TreeSet<>();
        for (var found : scanner.findCandidateComponents("org.claimsledger")) {
            Class<?> controller = Class.forName(found.getBeanClassName());
            RequestMapping base = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
            for (Method method : controller.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null) {
                    add(base == null ? new String[] {""} : base.path(), mapping, calls);
                }
            }
        }
        if (calls.isEmpty()) {
            throw new AssertionError("no controllers were found");
        }
        OperationTable.all().forEach(operation -> calls.add(RequestMethod.POST + " " + operation.path()));
        return calls;
    }

    private static void add(String[] bases, RequestMapping mapping, Set<String> calls) {
        for (String base : bases) {
            for (String path : mapping.path().length == 0 ? new String[] {""} : mapping.path()) {
                for (RequestMethod method : mapping.method()) {
                    calls.add(method + " " + base + path);
                }
            }
        }
    }
}
