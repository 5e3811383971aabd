package org.homeward.face.conditional;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.homeward.face.problem.FaceProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers {@link RequestCommand} and {@link IfMatch}. */
final class ConditionalArguments implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    var type = parameter.getParameterType();
    return type.equals(RequestCommand.class) || type.equals(IfMatch.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    var request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("not a servlet request");
    }
    return parameter.getParameterType().equals(IfMatch.class)
        ? new IfMatch(headers(request, HttpHeaders.IF_MATCH))
        : command(request);
  }

  private static RequestCommand command(HttpServletRequest request) {
    var caller = request.getUserPrincipal();
    if (caller == null) {
      throw FaceProblem.UNAUTHENTICATED.exception();
    }
    return RequestCommand.ofHash(
        caller.getName(),
        request.getMethod(),
        request.getRequestURI(),
        headers(request, "Idempotency-Key"),
        BodyLimitFilter.hash(request));
  }

  private static List<String> headers(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name));
  }
}
