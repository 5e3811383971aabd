package org.homeward.console.providers;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One provider, in words.
 *
 * @param ages whom it takes; empty where it has not said
 * @param address empty where nobody has written one down, and where it is sealed
 * @param checked who asked last whether all is still so, and when
 * @param unchecked whether that is too long ago
 */
record ProviderLine(
    String id,
    String name,
    List<String> services,
    String phone,
    String hours,
    String languages,
    String ages,
    String places,
    String address,
    boolean sealed,
    String checked,
    boolean unchecked) {

  ProviderLine {
    services = List.copyOf(services);
  }

  /** Languages, ages and places, as far as they are known. */
  String whom() {
    return Stream.of(languages, ages, places)
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(" · "));
  }
}
