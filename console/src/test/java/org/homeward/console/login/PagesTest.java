package org.homeward.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

class PagesTest {

  /** What is no page gets a problem from the last of the chains, whoever asks. */
  @Test
  void whatAControllerServesIsAPage() {
    Stream<String> withoutSession =
        Stream.of(
            "/tip",
            "/tip/pictured",
            "/n/*",
            "/n/*/photos/*/*",
            "/notices",
            "/preferences",
            "/preferences/**");
    List<PathPattern> pages =
        Stream.concat(Stream.of(LoginConfiguration.PAGES), withoutSession)
            .map(PathPatternParser.defaultInstance::parse)
            .toList();
    List<String> served =
        new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.homeward.console")
                .stream()
                .flatMap(controller -> controller.getMethods().stream())
                .flatMap(PagesTest::paths)
                .toList();

    assertThat(served).contains("/desk", "/find");
    assertThat(served)
        .allSatisfy(
            path ->
                assertThat(pages).anyMatch(page -> page.matches(PathContainer.parsePath(path))));
  }

  private static Stream<String> paths(JavaMethod method) {
    Stream<String> read =
        method.tryGetAnnotationOfType(GetMapping.class).stream()
            .flatMap(mapping -> Stream.of(mapping.value()));
    Stream<String> sent =
        method.tryGetAnnotationOfType(PostMapping.class).stream()
            .flatMap(mapping -> Stream.of(mapping.value()));
    return Stream.concat(read, sent);
  }
}
