package org.homeward.face.testing;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a running service answers, in the words of {@link OpenApi#operations}. */
public final class Mappings {

  private Mappings() {}

  /** All handlers of controllers; the actuator and the answer to errors are none of the API. */
  public static Set<String> of(ApplicationContext context) {
    var all = new TreeSet<String>();
    context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              if (!ErrorController.class.isAssignableFrom(handler.getBeanType())) {
                all.addAll(operations(mapping));
              }
            });
    return all;
  }

  private static Set<String> operations(RequestMappingInfo mapping) {
    var methods =
        mapping.getMethodsCondition().getMethods().stream()
            .map(RequestMethod::name)
            .collect(Collectors.toSet());
    if (methods.isEmpty()) {
      methods = Set.of("ANY");
    }
    var paths = mapping.getPatternValues();
    return methods.stream()
        .flatMap(method -> paths.stream().map(path -> method + " " + withoutForms(path)))
        .collect(Collectors.toSet());
  }

  /** {@code {id:[a-z]+}} is {@code {id}} in a document. */
  private static String withoutForms(String path) {
    return path.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}", "{$1}");
  }
}
