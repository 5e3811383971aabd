package org.homeward.console.health;

import java.util.List;

/**
 * The services of the node.
 *
 * @param quarantine that the bridge sends nothing since a restore, in words; empty when it sends
 */
record NodePage(List<Service> services, String quarantine) {

  NodePage {
    services = List.copyOf(services);
  }

  /** Whether everything works that the page knows of. */
  boolean isWell() {
    return quarantine.isEmpty()
        && services.stream()
            .allMatch(
                service ->
                    service.answers() && service.toDo().isEmpty() && service.putAside().isEmpty());
  }

  /**
   * One service.
   *
   * @param answers whether it says how it is
   * @param putAside topics with records that could not be read, in words
   */
  record Service(String name, boolean answers, List<Part> parts, List<String> putAside) {

    Service {
      parts = List.copyOf(parts);
      putAside = List.copyOf(putAside);
    }

    /** Problems that somebody has to do something about. */
    List<Part> toDo() {
      return parts.stream().filter(Part::needsSomebody).toList();
    }

    List<Part> well() {
      return parts.stream().filter(part -> !part.needsSomebody()).toList();
    }
  }

  /**
   * One part of a service.
   *
   * @param whatToDo empty when there is nothing to do
   * @param english whether that is as the service says it, because this release has no words for it
   * @param because what the service knows of it: names in words, values as it says them
   */
  record Part(String name, String status, String whatToDo, boolean english, List<String> because) {

    Part {
      because = List.copyOf(because);
    }

    boolean needsSomebody() {
      return !status.equals("UP") || !whatToDo.isEmpty();
    }
  }
}
