package org.homeward.console.pages;

import java.util.Map;
import java.util.Optional;

/**
 * The names by which colleagues know each other; for whoever is at the browser, if she may know it.
 */
public interface Colleagues {

  /** Where nobody has a name. */
  Colleagues NAMELESS =
      new Colleagues() {
        @Override
        public Optional<String> name(String id) {
          return Optional.empty();
        }

        @Override
        public Map<String, String> team() {
          return Map.of();
        }
      };

  /**
   * The name of a person, where it is known.
   *
   * @param id opaque id of the person
   */
  Optional<String> name(String id);

  /** The names by id of those who work on cases, in their order. */
  Map<String, String> team();
}
