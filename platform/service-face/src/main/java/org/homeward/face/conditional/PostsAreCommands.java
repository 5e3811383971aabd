package org.homeward.face.conditional;

import java.util.Arrays;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Refuses to start with a POST handler that a repeated request would run twice. */
final class PostsAreCommands implements SmartInitializingSingleton {

  private final RequestMappingHandlerMapping handlers;

  PostsAreCommands(RequestMappingHandlerMapping handlers) {
    this.handlers = handlers;
  }

  @Override
  public void afterSingletonsInstantiated() {
    handlers.getHandlerMethods().forEach(PostsAreCommands::check);
  }

  private static void check(RequestMappingInfo mapping, HandlerMethod handler) {
    if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)
        && !takesCommand(handler)
        && !isSafeToRepeat(handler)) {
      refuse(handler); // upholds 2
    }
  }

  private static boolean takesCommand(HandlerMethod handler) {
    return Arrays.stream(handler.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType().equals(RequestCommand.class));
  }

  private static boolean isSafeToRepeat(HandlerMethod handler) {
    SafeToRepeat reason = handler.getMethodAnnotation(SafeToRepeat.class);
    return reason != null && !reason.value().isBlank();
  }

  private static void refuse(HandlerMethod handler) {
    throw new IllegalStateException(
        handler.getShortLogMessage()
            + " answers POST, takes no RequestCommand and does not say why it is @SafeToRepeat");
  }
}
