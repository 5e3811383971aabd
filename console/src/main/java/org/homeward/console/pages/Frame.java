package org.homeward.console.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The frame around each page.
 *
 * @param words in the reader's language
 * @param node the slug of the node
 * @param person empty before the login
 * @param here the path of the page
 * @param again where a choice of the language leads back
 * @param now when it is made
 * @param colleagues their names
 * @param csrf the secret that forms send back
 * @param files where this release's files are
 * @param address where the outside reaches this node
 * @param lockAfter how long nobody uses a page until it covers itself
 */
public record Frame(
    Words words,
    String node,
    Optional<Person> person,
    String here,
    String again,
    Instant now,
    Colleagues colleagues,
    Supplier<String> csrf,
    String files,
    String address,
    Duration lockAfter) {

  /** The address of a file for the browser. */
  public String file(String name) {
    return files + name;
  }

  /** The same for those who show a link to this page elsewhere. */
  public String shared(String name) {
    return address + files + name;
  }

  /** Whether the page belongs to this part of the console. */
  public boolean isIn(String path) {
    return here.equals(path) || here.startsWith(path + "/");
  }

  public boolean isFor(String role) {
    return person.filter(reader -> reader.is(role)).isPresent();
  }
}
