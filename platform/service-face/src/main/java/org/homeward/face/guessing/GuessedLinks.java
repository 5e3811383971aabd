package org.homeward.face.guessing;

import java.util.List;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Paths with a random word that opens something; a service that has some declares one bean.
 *
 * @param paths patterns, as {@code /api/v1/subscriptions/leave/{token}}
 */
public record GuessedLinks(List<String> paths) {

  public GuessedLinks {
    paths = List.copyOf(paths);
  }

  List<PathPattern> patterns() {
    return paths.stream().map(PathPatternParser.defaultInstance::parse).toList();
  }
}
