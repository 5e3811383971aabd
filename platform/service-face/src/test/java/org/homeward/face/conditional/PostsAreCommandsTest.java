package org.homeward.face.conditional;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class PostsAreCommandsTest {

  @Proves(2)
  @Test
  void aPostThatCouldRunTwiceIsRefusedAtStart() {
    assertThatThrownBy(() -> check(RequestMethod.POST, "careless", byte[].class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("careless");
  }

  @Test
  void aPostThatTakesItsCommandIsFine() {
    assertThatCode(() -> check(RequestMethod.POST, "careful", RequestCommand.class, byte[].class))
        .doesNotThrowAnyException();
  }

  @Test
  void aPostThatSaysWhyItIsSafeToRepeatIsFine() {
    assertThatCode(() -> check(RequestMethod.POST, "harmless")).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(RequestMethod.POST, "speechless"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("speechless");
  }

  @Test
  void otherMethodsNeedNone() {
    assertThatCode(() -> check(RequestMethod.GET, "careless", byte[].class))
        .doesNotThrowAnyException();
  }

  private static void check(RequestMethod method, String handler, Class<?>... arguments)
      throws Exception {
    var handlers = new RequestMappingHandlerMapping();
    handlers.registerMapping(
        RequestMappingInfo.paths("/things").methods(method).build(),
        new Handlers(),
        Handlers.class.getDeclaredMethod(handler, arguments));
    new PostsAreCommands(handlers).afterSingletonsInstantiated();
  }

  static final class Handlers {
    void careless(byte[] body) {}

    void careful(RequestCommand command, byte[] body) {}

    @SafeToRepeat("a subscription that was left stays left")
    void harmless() {}

    @SafeToRepeat(" ")
    void speechless() {}
  }
}
