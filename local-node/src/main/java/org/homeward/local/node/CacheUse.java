package org.homeward.local.node;

import java.util.List;

/**
 * Whether the JVM of a process used its AOT cache.
 *
 * @param why empty when it is used
 */
public record CacheUse(boolean used, String why) {
  private static final String MAPPED = "Using AOT-linked classes: true";
  private static final String REFUSED = "An error has occurred while processing the AOT cache";

  /** Reads it from the lines of its log; the line before the refusal has the reason. */
  static CacheUse in(List<String> log) {
    List<String> said = log.stream().map(line -> line.replaceFirst("^\\[[^]]*]\\s*", "")).toList();
    for (int i = 0; i < said.size(); i++) {
      if (said.get(i).startsWith(REFUSED)) {
        return new CacheUse(false, i == 0 ? REFUSED : said.get(i - 1));
      }
    }
    boolean mapped = said.stream().anyMatch(line -> line.startsWith(MAPPED));
    return new CacheUse(mapped, mapped ? "" : "the JVM does not say");
  }

  @Override
  public String toString() {
    return used ? "AOT cache used" : "AOT cache IGNORED: " + why;
  }
}
