package org.homeward.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.node.Node;
import org.homeward.local.node.NodePlan;
import org.homeward.local.police.PoliceFeed;
import org.homeward.local.registry.SecretFile;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.cap.CapKeyList;
import org.homeward.schema.json.Json;
import org.homeward.schema.json.StrictJson;
import tools.jackson.databind.JsonNode;

/** Shows what a police desk is told, and misses nothing. */
final class ReadPoliceFeed {
  private static final String USE =
      "police-reader takes rs or gr, or --feed https://host --desk <id> --key <file>"
          + " --fingerprint <64 hexadecimal digits>; and --position <file>, --once";
  private static final String ONCE = "--once";

  private final PrintStream out;
  private final Clock clock;

  ReadPoliceFeed(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Everything that a reader is started with. */
  private record Wish(
      URI feed, DeskLogin desk, Path position, Set<String> fingerprints, boolean once) {}

  int run(List<Node> nodes, List<String> arguments) {
    List<String> rest = new ArrayList<>(arguments);
    boolean once = rest.remove(ONCE);
    Optional<String> feed = option(rest, "--feed");
    Optional<Path> position = option(rest, "--position").map(Path::of);
    Wish wish =
        feed.isPresent()
            ? elsewhere(feed.get(), rest, position, once)
            : here(nodes.getFirst().plan(), rest, position, once);
    try {
      var reader =
          PoliceFeed.open(wish.feed, wish.desk, wish.position, wish.fingerprints, out, clock);
      return (wish.once ? reader.once() : reader.follow()) ? 0 : 1;
    } catch (PoliceFeed.CannotRead e) {
      out.println(e.getMessage());
    } catch (IOException e) {
      out.println("The reader ends; nothing is lost: " + e.getMessage());
    }
    return 1;
  }

  private static Wish elsewhere(
      String feed, List<String> rest, Optional<Path> position, boolean once) {
    String desk = option(rest, "--desk").orElseThrow(() -> new WrongUse(USE));
    Path key = option(rest, "--key").map(Path::of).orElseThrow(() -> new WrongUse(USE));
    Set<String> fingerprints = new TreeSet<>();
    while (rest.contains("--fingerprint")) {
      option(rest, "--fingerprint").ifPresent(typed -> fingerprints.add(fingerprint(typed)));
    }
    isUsed(rest);
    try {
      var login = new DeskLogin(desk, Files.readString(key).strip());
      Path file = position.orElse(Path.of("police-reader." + desk + ".json"));
      return new Wish(URI.create(feed), login, file.toAbsolutePath(), fingerprints, once);
    } catch (IOException e) {
      throw new WrongUse("The key of the desk cannot be read from " + key);
    } catch (IllegalArgumentException e) {
      throw new WrongUse(USE);
    }
  }

  /**
   * At a node of this machine: a desk of its own, and the fingerprint from the node's directory.
   */
  private static Wish here(
      NodePlan node, List<String> rest, Optional<Path> position, boolean once) {
    isUsed(rest);
    Path state = node.directory().resolve("police-reader");
    try {
      Set<String> fingerprints = fingerprints(node.capKeys());
      JsonNode desk =
          StrictJson.read(SecretFile.readOrMake(state.resolve("desk.json"), () -> newDesk(node)));
      var login = new DeskLogin(desk.path("id").asString(""), desk.path("key").asString(""));
      return new Wish(
          node.door(),
          login,
          position.orElse(state.resolve("position.json")).toAbsolutePath(),
          fingerprints,
          once);
    } catch (IOException | UncheckedIOException | IllegalStateException away) {
      throw new WrongUse(
          "Node %s does not answer. Start it first: ./homeward up %s"
              .formatted(node.name(), node.name()));
    }
  }

  private static byte[] newDesk(NodePlan node) {
    DeskLogin made = new Hotline(node).newDesk("Police reader", false);
    return Json.mapper()
        .createObjectNode()
        .put("id", made.id())
        .put("key", made.key())
        .toString()
        .getBytes(UTF_8);
  }

  private static Set<String> fingerprints(Path keys) throws IOException {
    Set<String> fingerprints = new TreeSet<>();
    for (JsonNode key : StrictJson.read(Files.readAllBytes(keys)).path("keys")) {
      Jwk shown = Jwk.read(Json.mapper().writeValueAsBytes(key));
      fingerprints.add(CapKeyList.fingerprint(shown));
    }
    return fingerprints;
  }

  private static String fingerprint(String typed) {
    String spelled = CapKeyList.spelled(typed);
    if (!spelled.matches("[0-9a-f]{64}")) {
      throw new WrongUse("A fingerprint is 64 hexadecimal digits; groups are all right");
    }
    return spelled;
  }

  private static void isUsed(List<String> rest) {
    if (!rest.isEmpty()) {
      throw new WrongUse(USE);
    }
  }

  private static Optional<String> option(List<String> arguments, String name) {
    int at = arguments.indexOf(name);
    if (at < 0) {
      return Optional.empty();
    }
    if (at + 1 == arguments.size()) {
      throw new WrongUse(USE);
    }
    arguments.remove(at);
    return Optional.of(arguments.remove(at));
  }
}
