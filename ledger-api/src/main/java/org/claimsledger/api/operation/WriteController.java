package org.claimsledger.api.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.claimsledger.api.operation.DryRunner.DryRunView;
import org.claimsledger.api.security.ReadAccess;
import org.claimsledger.api.security.RoleGuard.RoleRequirement;
import org.claimsledger.ledger.Outcome;
import org.claimsledger.time.Rfc3339;
import org.claimsledger.token.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Maps the path of each operation of the {@link OperationTable} to a call that carries it out. */
@Component
final class WriteController {

    private static final Method WRITE = Objects.requireNonNull(
            ReflectionUtils.findMethod(OperationCall.class, "write", HttpServletRequest.class, Map.class));

    WriteController(RequestMappingHandlerMapping mappings, OperationRunner runner, ReadAccess readAccess) {
        for (Operation operation : OperationTable.all()) {
            RequestMappingInfo post = RequestMappingInfo.paths(operation.path())
                    .methods(RequestMethod.POST)
                    .options(mappings.getBuilderConfiguration())
                    .build();
            mappings.registerMapping(post, new OperationCall(operation, runner, readAccess), WRITE);
        }
    }

    /** The call of one operation. */
    private record OperationCall(Operation operation, OperationRunner runner, ReadAccess readAccess)
            implements RoleRequirement {

        @Override
        public Role requiredRole() {
            return operation.requiredRole();
        }

        ResponseEntity<Object> write(HttpServletRequest http, @PathVariable Map<String, String> ids)
                throws IOException {
            return switch (runner.run(operation, http, operation.idsByField(ids))) {
                case OperationRunner.RunResult.Written(Outcome.Accepted accepted) -> written(accepted, http);
                case OperationRunner.RunResult.OnlyPreviewed(DryRunView preview) -> ResponseEntity.ok(preview);
            };
        }

        private ResponseEntity<Object> written(Outcome.Accepted accepted, HttpServletRequest http) {
            ResponseEntity.BodyBuilder answer = ResponseEntity.status(
                            operation.isCreation() ? HttpStatus.CREATED : HttpStatus.OK)
                    .eTag(WriteHeaders.etag(accepted))
                    .header(WriteHeaders.LEDGER_POSITION, Long.toString(accepted.position()));
            if (operation.isCreation()) {
                String id = operation.resource().shownId(accepted.id(), readAccess.readModelFor(http));
                answer.location(URI.create(operation.path() + "/" + id));
            }
            return answer.body(body(accepted));
        }

        private Map<String, Object> body(Outcome.Accepted accepted) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("id", accepted.id());
            body.put("revision", accepted.revision());
            body.put("position", accepted.position());
            body.put("recordedAt", Rfc3339.format(accepted.recordedAt()));
            if (operation.createdField() != null && accepted.createdId() != null) {
                body.put(operation.createdField(), accepted.createdId());
            }
            return body;
        }
    }
}
