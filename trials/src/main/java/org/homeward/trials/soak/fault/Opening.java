package org.homeward.trials.soak.fault;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Http;
import org.homeward.local.node.Poll;
import org.homeward.trials.soak.load.AroundBackup;
import tools.jackson.databind.JsonNode;

/** Checks that a restored node says so and sends nothing, and has two people open it. */
final class Opening {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration TICK = Duration.ofMillis(200);
  private static final List<String> SERVICES = List.of("intake", "alert", "bridge");
  private static final String LIFT = "/api/v1/stops/node/lift";
  private static final String OPEN = "/api/v1/quarantine/open";

  private final NodePair pair;
  private final String node;
  private final AroundBackup aroundBackup;
  private final Set<String> missing = new HashSet<>();

  Opening(NodePair pair, String node, AroundBackup aroundBackup) {
    this.pair = pair;
    this.node = node;
    this.aroundBackup = aroundBackup;
  }

  /** The highest incarnation of any service. */
  int incarnation() {
    return SERVICES.stream()
        .mapToInt(service -> recovery(service).path("incarnation").asInt(0))
        .max()
        .orElse(0);
  }

  /** The ids that the node names as missing in its copy. */
  Set<String> missing() {
    return Set.copyOf(missing);
  }

  /**
   * Checks the node before anybody opens it.
   *
   * @param highest incarnation of the life before
   * @param place of the police feed in the life before
   */
  void isSeen(int highest, String place) {
    for (String service : SERVICES) {
      JsonNode recovery = recovery(service);
      int incarnation = recovery.path("incarnation").asInt(0);
      if (recovery.path("restored").isNull() || recovery.path("restored").isMissingNode()) {
        pair.violated(11, said(service, "does not see that its data are an earlier copy"));
      }
      if (incarnation <= highest) {
        pair.violated(
            5, said(service, "runs as " + incarnation + " and has run as " + highest + " before"));
      }
      if (recovery.path("unreadable").asInt(0) > 0) {
        pair.violated(4, said(service, "cannot read its ends log"));
      }
      recovery.path("missing").forEach(id -> missing.add(id.asString("")));
    }
    for (String service : List.of("alert", "bridge")) {
      isClosed(service, "after its start");
      int health = health(service);
      if (health != 503) {
        pair.violated(11, said(service, "is an earlier copy, BUT HEALTH IS " + health));
      }
    }
    Answer old = answered(() -> aroundBackup.feedAfter(place));
    if (old.status() != 410 || !old.text("resync").contains("after=")) {
      pair.violated(7, node + ": a place of the feed that is gone was answered " + old.status());
    }
    String head = answered(() -> aroundBackup.feedAfter(place)).text("resync");
    if (head.contains("after=" + place.substring(0, place.indexOf('.')))) {
      pair.violated(7, node + ": the feed has the epoch of before");
    }
    Answer offered = answered(() -> aroundBackup.offerNow(HotlineClient.newKey()));
    if (offered.isSuccess()) {
      pair.violated(6, node + ": offers a case before it was opened");
    }
  }

  /** Has both people open it; returns the time just before the second one did. */
  Instant open() {
    boolean gr = node.equals("gr");
    String supervisor = gr ? "nikos" : "jelena";
    say(supervisor, LIFT);
    say(supervisor, LIFT);
    say(supervisor, OPEN);
    say(supervisor, OPEN);
    isClosed("alert", "after one person's word, given twice");
    isClosed("bridge", "after one person's word, given twice");
    Instant opened = pair.stage().history().now();
    say(gr ? "katerina" : "milan", LIFT);
    say(gr ? "eleni" : "gordana", OPEN);
    for (String service : SERVICES) {
      boolean open = Poll.until(PATIENCE, TICK, () -> health(service) == 200);
      if (!open) {
        pair.violated(11, said(service, "was opened, and health is " + health(service)));
      }
    }
    return opened;
  }

  private void isClosed(String service, String when) {
    if (!recovery(service).path("quarantined").asBoolean(false)) {
      pair.violated(4, said(service, "is open " + when));
    }
  }

  private Answer say(String login, String path) {
    String key = HotlineClient.newKey();
    return answered(() -> pair.hotline(node).as(login).post(path, "", key, ""));
  }

  private JsonNode recovery(String service) {
    String admin = node.equals("gr") ? "yannis" : "nikola";
    HttpRequest request =
        Http.to(pair.node(node).plan().management(service).resolve("/actuator/recovery"))
            .header("Authorization", "Bearer " + pair.hotline(node).tokens().of(admin))
            .build();
    return answered(() -> pair.hotline(node).http().send(request)).json();
  }

  private int health(String service) {
    var page = pair.node(node).plan().management(service).resolve("/actuator/health");
    return pair.hotline(node).http().send(Http.to(page).build()).status();
  }

  private String said(String service, String what) {
    return node + " " + service + " " + what;
  }

  /** The first answer that is no transient failure. */
  private static Answer answered(Supplier<Answer> request) {
    List<Answer> known = new ArrayList<>();
    Poll.until(
        PATIENCE,
        TICK,
        () -> {
          try {
            Answer answer = request.get();
            if (answer.status() < 500) {
              known.add(answer);
            }
          } catch (UncheckedIOException away) {
            return false;
          }
          return !known.isEmpty();
        });
    if (known.isEmpty()) {
      throw new IllegalStateException("a node that was brought back does not answer");
    }
    return known.getFirst();
  }
}
