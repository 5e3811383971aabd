package org.homeward.schema.codes;

import static java.util.Locale.ROOT;

import java.util.Set;
import java.util.stream.Collectors;

/** IANA's root of the names on the internet, and the reserved names that programs link too. */
public final class TopLevelDomains {

  /** How one in another script is written in ASCII (RFC 5890); all are taken as real. */
  private static final String ASCII_PREFIX = "xn--";

  private static final Set<String> DOMAINS =
      CodeFile.read("top-level-domains.txt").values().stream()
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private TopLevelDomains() {}

  /** Whether a name that ends in it may lead somewhere, such as {@code rs} or {@code срб}. */
  public static boolean has(String label) {
    String lower = label.toLowerCase(ROOT);
    return DOMAINS.contains(lower) || lower.startsWith(ASCII_PREFIX);
  }
}
