package org.homeward.schema.codes;

import static java.util.Locale.ROOT;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** BCP 47: tags of languages, each part of which is registered. */
public final class Languages {

  private static final Map<String, Set<String>> SUBTAGS = CodeFile.read("language-subtags.txt");
  private static final Set<String> LANGUAGES = all("language");
  private static final Set<String> EXTENSIONS = all("extlang");
  private static final Set<String> SCRIPTS = all("script");
  private static final Set<String> REGIONS = all("region");
  private static final Set<String> VARIANTS = all("variant");

  /** Registered as a whole before tags had parts. */
  private static final Set<String> WHOLE_TAGS = all("grandfathered");

  private Languages() {}

  /**
   * Whether a tag such as {@code sr-Latn-RS} is valid in the sense of RFC 5646: in the order of its
   * grammar, each subtag in the registry, no variant twice. Deprecated subtags are registered too;
   * private use and extensions are for those who know each other, and are not.
   */
  public static boolean isRegistered(String tag) {
    String lower = tag.toLowerCase(ROOT);
    if (WHOLE_TAGS.contains(lower)) {
      return true;
    }
    Deque<String> left = new ArrayDeque<>(List.of(lower.split("-", -1)));
    if (!LANGUAGES.contains(left.pop())) {
      return false;
    }
    for (Set<String> optional : List.of(EXTENSIONS, SCRIPTS, REGIONS)) {
      if (!left.isEmpty() && optional.contains(left.peek())) {
        left.pop();
      }
    }
    return VARIANTS.containsAll(left) && new HashSet<>(left).size() == left.size();
  }

  private static Set<String> all(String kind) {
    return SUBTAGS.getOrDefault(kind, Set.of()).stream()
        .map(subtag -> subtag.toLowerCase(ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
