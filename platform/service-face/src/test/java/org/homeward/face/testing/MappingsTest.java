package org.homeward.face.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class MappingsTest {

  @Test
  void mappingsAreSpelledAsOperationsAndErrorsAreNone() {
    try (var context = new GenericApplicationContext()) {
      context.registerBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
      context.registerBean(Things.class);
      context.registerBean(Errors.class);
      context.refresh();

      assertThat(Mappings.of(context))
          .containsExactly(
              "ANY /any", "GET /a/{token}/{code}", "GET /things/{id}", "POST /things/{id}");
    }
  }

  @RestController
  static final class Things {

    @GetMapping("/things/{id}")
    void one() {}

    @PostMapping("/things/{id}")
    void change() {}

    @GetMapping("/a/{token:[a-z]{3,9}}/{code}")
    void formed() {}

    @RequestMapping("/any")
    void careless() {}
  }

  @RestController
  static final class Errors implements ErrorController {

    @RequestMapping("/error")
    void answer() {}
  }
}
