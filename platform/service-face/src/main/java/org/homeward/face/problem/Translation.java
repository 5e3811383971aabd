package org.homeward.face.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.apache.coyote.BadRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;

/** Maps an exception to the problem that the caller may know. */
final class Translation {

  private static final Logger log = LoggerFactory.getLogger(Translation.class);
  private static final int MAX_CAUSES = 20;

  private final List<ProblemMapping> mappings;

  Translation(List<ProblemMapping> mappings) {
    this.mappings = List.copyOf(mappings);
  }

  /** The first known cause decides; an unknown exception is a bug, logged without its texts. */
  Problem problem(Throwable failure, HttpServletRequest request) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      var known = known(cause);
      if (known.isPresent()) {
        return known.get();
      }
      cause = cause.getCause();
    }
    log.error("bug {} {}", RequestTrace.of(request), Silenced.stack(failure));
    return FaceProblem.INTERNAL.problem();
  }

  private Optional<Problem> known(Throwable failure) {
    for (var mapping : mappings) {
      var mapped = mapping.map(failure);
      if (mapped.isPresent()) {
        return mapped;
      }
    }
    return switch (failure) {
      case ProblemException refusal -> Optional.of(refusal.problem());
      case ErrorResponse framework -> ofFramework(framework);
      case ConversionNotSupportedException _ -> Optional.empty();
      case TypeMismatchException _,
          HttpMessageNotReadableException _,
          InvalidMediaTypeException _,
          RequestRejectedException _,
          MultipartException _,
          // These two also mean that the caller has gone: nobody reads it, and it is no bug of
          // ours.
          BadRequestException _,
          AsyncRequestNotUsableException _ ->
          Optional.of(FaceProblem.MALFORMED.problem());
      case AccessDeniedException _ -> Optional.of(FaceProblem.FORBIDDEN.problem());
      case AuthenticationException _ -> Optional.of(FaceProblem.UNAUTHENTICATED.problem());
      default -> Optional.empty();
    };
  }

  private static Optional<Problem> ofFramework(ErrorResponse framework) {
    int status = framework.getStatusCode().value();
    if (status == 500) {
      return Optional.empty();
    }
    var problem = FaceProblem.ofStatus(status).problem();
    for (var name : List.of(HttpHeaders.ALLOW, HttpHeaders.ACCEPT, HttpHeaders.RETRY_AFTER)) {
      var value = framework.getHeaders().getFirst(name);
      problem = value == null ? problem : problem.header(name, value);
    }
    return Optional.of(problem);
  }
}
