package org.homeward.local.command;

import com.mongodb.MongoConfigurationException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.durable.log.ChainCheck;
import org.homeward.durable.log.ChainVerdict;
import org.homeward.durable.log.KeyFile;
import org.homeward.durable.log.KeyMissing;
import org.homeward.durable.log.Witness;
import org.homeward.durable.store.StoreConnection;
import org.homeward.local.node.Node;
import org.homeward.local.node.NodePlan;
import org.homeward.schema.bridge.Checkpoint;
import org.homeward.schema.bridge.keys.Jwk;
import org.jspecify.annotations.Nullable;

/**
 * Checks the audit trails in the store without the services: each entry against the one before, and
 * all against the checkpoints outside the node.
 */
final class VerifyLog {

  private static final List<String> SERVICES = List.of("intake", "alert", "bridge");
  private static final String USE =
      "verify-log takes rs or gr (nothing for both), a directory of checkpoints, and for one node"
          + " elsewhere --store <uri> --data <directory of its keys>, for one of another name with"
          + " --node <its slug>";

  private final PrintStream out;

  VerifyLog(PrintStream out) {
    this.out = out;
  }

  int run(List<Node> nodes, List<String> arguments) {
    List<String> rest = new ArrayList<>(arguments);
    String store = option(rest, "--store");
    String data = option(rest, "--data");
    String slug = option(rest, "--node");
    if (rest.size() > 1 || rest.toString().contains("--")) {
      throw new WrongUse(USE);
    }
    if (slug != null) {
      boolean named = slug.matches("[a-z]{2,8}") && nodes.size() != 1;
      if (!named || store == null || data == null || rest.isEmpty()) {
        throw new WrongUse(USE);
      }
      return verify(new Place(slug, store, Path.of(data), Path.of(rest.getFirst()))) ? 0 : 1;
    }
    boolean elsewhere = store != null || data != null;
    if (elsewhere && nodes.size() > 1) {
      throw new WrongUse(USE);
    }
    int failed = 0;
    for (Node node : nodes) {
      NodePlan plan = node.plan();
      var place =
          new Place(
              plan.name(),
              store == null ? plan.storeAddress() : store,
              data == null ? plan.data() : Path.of(data),
              rest.isEmpty() ? plan.checkpoints() : Path.of(rest.getFirst()));
      failed += verify(place) ? 0 : 1;
    }
    return failed == 0 ? 0 : 1;
  }

  /** The places of a node's evidence. */
  private record Place(String node, String store, Path data, Path checkpoints) {}

  /** The checkpoints of one service, and the number of files that are none. */
  private record Kept(List<Checkpoint> checkpoints, List<String> refused) {}

  private boolean verify(Place place) {
    boolean well = true;
    try (MongoClient client = StoreConnection.open(place.store())) {
      for (String service : SERVICES) {
        well &= verify(place, service, client);
      }
    } catch (IllegalArgumentException | MongoConfigurationException e) {
      // Its message may hold the password.
      SERVICES.forEach(
          each ->
              say(place, each, "NOT CHECKED, the address of the store is none that can be read"));
      return false;
    }
    return well;
  }

  private boolean verify(Place place, String service, MongoClient client) {
    try {
      Kept kept = kept(place, service);
      kept.refused().forEach(file -> say(place, service, "%s is NO CHECKPOINT of it", file));
      var keys = new KeyFile(place.data().resolve("audit-" + service + ".keys")).read();
      var database = client.getDatabase(place.node() + "_" + service);
      var witnesses =
          kept.checkpoints().stream().map(c -> new Witness(c.epoch(), c.n(), c.hash())).toList();
      boolean whole =
          told(place, service, kept, ChainCheck.of(database, "audit", keys).against(witnesses));
      return whole && kept.refused().isEmpty();
    } catch (IOException | KeyMissing | IllegalArgumentException e) {
      say(
          place,
          service,
          "NOT CHECKED, its keys or checkpoints cannot be read: %s",
          Objects.toString(e.getMessage(), e.getClass().getSimpleName()));
    } catch (MongoException away) {
      say(place, service, "NOT CHECKED, the store does not answer; start it first");
    }
    return false;
  }

  private boolean told(Place place, String service, Kept kept, ChainVerdict verdict) {
    switch (verdict) {
      case ChainVerdict.Broken(long n, long upTo, ChainVerdict.Fault fault) -> {
        String where =
            n == upTo ? "at entry " + n + ", which" : "between " + n + " and " + upTo + ": one";
        say(place, service, "BROKEN %s %s", where, fault.sentence());
        return false;
      }
      case ChainVerdict.Whole whole -> {
        whole
            .lost()
            .forEach(
                each ->
                    say(
                        place,
                        service,
                        "a restore has superseded checkpoint %s.%d: what came before it and is not in"
                            + " the copy is lost",
                        each.epoch(),
                        each.n()));
        whole
            .unchecked()
            .forEach(
                each ->
                    say(
                        place,
                        service,
                        "entries %d to %d CANNOT BE CHECKED: their key %s is lost, and only"
                            + " checkpoints hold them",
                        each.from(),
                        each.to(),
                        each.key()));
        say(
            place,
            service,
            "whole up to %d, %s, %s",
            whole.head(),
            sealed(whole.sealedFrom()),
            fits(kept));
        return !kept.checkpoints().isEmpty() && isStated(place, service, whole, kept);
      }
    }
  }

  /** Somebody may have called a key lost who wants to change what it sealed. */
  private boolean isStated(Place place, String service, ChainVerdict.Whole whole, Kept kept) {
    boolean stated = whole.checkedFrom() <= newest(kept).checkedFrom();
    if (!stated) {
      say(place, service, "NO CHECKPOINT states that a key is lost");
    }
    return stated;
  }

  private static String sealed(long from) {
    return from < 0 ? "NOT SEALED" : "sealed from " + from;
  }

  private static String fits(Kept kept) {
    return kept.checkpoints().isEmpty()
        ? "NOT WITNESSED: no checkpoint says that it was not cut off or made anew"
        : kept.checkpoints().size()
            + " checkpoints fit, the newest at "
            + newest(kept).n()
            + " of "
            + newest(kept).at();
  }

  private static Checkpoint newest(Kept kept) {
    return kept.checkpoints().stream()
        .reduce((one, other) -> one.at().isAfter(other.at()) ? one : other)
        .orElseThrow();
  }

  private static Kept kept(Place place, String service) throws IOException {
    Path key = place.data().resolve("audit-" + service + ".public.json");
    Jwk trusted = Jwk.read(Files.readAllBytes(key));
    List<Checkpoint> read = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Path file : files(place, service)) {
      Optional<Checkpoint> checkpoint =
          Checkpoint.read(Files.readAllBytes(file), trusted)
              .filter(c -> c.node().equals(place.node()) && c.service().equals(service));
      checkpoint.ifPresentOrElse(read::add, () -> refused.add(file.toString()));
    }
    return new Kept(read, refused);
  }

  private static List<Path> files(Place place, String service) throws IOException {
    String ours = place.node() + "-" + service + "-";
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(place.checkpoints())) {
      all.filter(file -> String.valueOf(file.getFileName()).matches(ours + ".*\\.jws"))
          .sorted()
          .forEach(files::add);
    }
    Path last = place.data().resolve("checkpoint-" + service + ".jws");
    if (Files.exists(last)) {
      files.add(last);
    }
    return files;
  }

  private static @Nullable String option(List<String> arguments, String name) {
    int at = arguments.indexOf(name);
    if (at < 0) {
      return null;
    }
    if (at + 1 == arguments.size()) {
      throw new WrongUse(USE);
    }
    arguments.remove(at);
    return arguments.remove(at);
  }

  private void say(Place place, String service, String sentence, Object... values) {
    out.printf("Node %s, %s: %s.%n", place.node(), service, sentence.formatted(values));
  }
}
