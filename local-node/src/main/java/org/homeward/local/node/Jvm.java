package org.homeward.local.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the JVMs of a node are run.
 *
 * @param caches whether a start uses the caches of {@code ./homeward train}, where they fit
 */
public record Jvm(Compilers compilers, boolean caches) {
  private static final String VARIABLE = "HOMEWARD_JVM";

  /**
   * All processes have the same collector, because a cache fits only one. A full heap ends the
   * process, which would otherwise live on without answering.
   */
  private static final List<String> ALWAYS =
      List.of("-XX:+UseSerialGC", "-Xss512k", StartAgain.FULL);

  /** The JVM's compilers that are used. */
  public enum Compilers {
    /** Only the first compiler: the cheapest start; the cost of a report never falls. */
    QUICK("-XX:TieredStopAtLevel=1"),
    /**
     * Both compilers: the second takes processor time in the first minutes; after that a report
     * costs less.
     */
    WARM("-XX:TieredStopAtLevel=4");

    private final String option;

    Compilers(String option) {
      this.option = option;
    }
  }

  /** The choice of the environment, otherwise {@link Compilers#QUICK}. */
  public static Jvm chosen() {
    return named(Optional.ofNullable(System.getenv(VARIABLE)).orElse("quick"));
  }

  /**
   * With caches.
   *
   * @throws NodeFailure when there is no such setting
   */
  static Jvm named(String name) {
    for (Compilers compilers : Compilers.values()) {
      if (compilers.name().toLowerCase(Locale.ROOT).equals(name)) {
        return new Jvm(compilers, true);
      }
    }
    throw new NodeFailure(VARIABLE + " is quick or warm, not \"" + name + "\".");
  }

  @Override
  public String toString() {
    return compilers.name().toLowerCase(Locale.ROOT) + (caches ? ", with AOT caches if any" : "");
  }

  List<String> options(String heap) {
    List<String> options = new ArrayList<>(ALWAYS);
    options.add(compilers.option);
    options.add(heap);
    return options;
  }
}
