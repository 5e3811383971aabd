package org.homeward.trials.soak.fault;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Http;
import org.homeward.local.node.NodePlan;
import org.homeward.local.node.Poll;
import tools.jackson.databind.JsonNode;

/**
 * A reader returns when its records and offsets are gone. The fault deletes both, which in reality
 * takes a week and a year. Health must turn red and say why; then the gap is accepted and
 * everything is republished, as docs/operations.md says.
 */
record ReaderAway() implements Fault {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration TICK = Duration.ofMillis(300);

  /** A reader that has just started detects the gap with its first poll. */
  private static final int CALM_TICKS = 15;

  private static final List<String> SERVICES = List.of("intake", "alert", "bridge");

  @Override
  public String name() {
    return "reader-away";
  }

  @Override
  public boolean takesLong() {
    return true;
  }

  @Override
  public String strike(NodePair pair) throws InterruptedException {
    String node = pair.anyNode();
    String service = pair.any(List.of("alert", "bridge"));
    NodePlan plan = pair.node(node).plan();
    pair.kill(node, service);
    Duration time = pair.pause(1500, 4000);
    boolean offsetsToo = pair.random().nextBoolean();
    try {
      forget(plan, service, offsetsToo);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker did not delete what was to be gone", e);
    }
    pair.start(node, service);
    String reason = mend(pair, node, service);
    pair.awaitStarted();
    return "%s %s away %s, records%s deleted: %s"
        .formatted(node, service, NodePair.seconds(time), offsetsToo ? " and offsets" : "", reason);
  }

  private static void forget(NodePlan plan, String service, boolean offsetsToo)
      throws ExecutionException, InterruptedException {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, plan.broker()))) {
      String topic = plan.name() + ".cases";
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      for (var described : admin.describeTopics(List.of(topic)).allTopicNames().get().values()) {
        described
            .partitions()
            .forEach(
                p -> latest.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest()));
      }
      Map<TopicPartition, RecordsToDelete> gone = new HashMap<>();
      admin
          .listOffsets(latest)
          .all()
          .get()
          .forEach((p, end) -> gone.put(p, RecordsToDelete.beforeOffset(end.offset())));
      admin.deleteRecords(gone).all().get();
      if (offsetsToo) {
        String group = plan.name() + "." + service;
        Poll.until(PATIENCE, TICK, () -> isDeleted(admin, group));
      }
    }
  }

  /** The broker keeps a group for a while after its last member was killed. */
  private static boolean isDeleted(Admin admin, String group) {
    try {
      admin.deleteConsumerGroups(List.of(group)).all().get();
      return true;
    } catch (ExecutionException stillAlive) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Does what the operations page says; returns the reason that the reader gave. */
  private static String mend(NodePair pair, String node, String service) {
    String[] reason = {"nothing was lost"};
    int[] calm = {0};
    Poll.until(
        PATIENCE,
        TICK,
        () -> {
          boolean all = true;
          for (String each : SERVICES) {
            for (JsonNode reader : readers(pair, node, each)) {
              String state = reader.path("state").asString("");
              if (state.equals("Stopped")) {
                if (each.equals(service)) {
                  reason[0] = reader.path("reason").asString("") + red(pair, node, each);
                }
                act(pair, node, each, "/actuator/reader", "{\"action\": \"accept-gap\"}");
              }
              all &= state.equals("Reading") || state.equals("Retrying");
            }
            all &= !readers(pair, node, each).isEmpty();
          }
          calm[0] = all ? calm[0] + 1 : 0;
          return calm[0] == CALM_TICKS;
        });
    for (String each : SERVICES) {
      act(pair, node, each, "/actuator/republish", "");
    }
    return reason[0];
  }

  /** A stopped reader must report it in its health. */
  private static String red(NodePair pair, String node, String service) {
    URI page = pair.node(node).plan().management(service).resolve("/actuator/health");
    int status = pair.hotline(node).http().send(Http.to(page).build()).status();
    return status == 503 ? "" : ", BUT HEALTH IS " + status;
  }

  private static List<JsonNode> readers(NodePair pair, String node, String service) {
    try {
      var readers = request(pair, node, service, "/actuator/reader").GET().build();
      Answer answer = pair.hotline(node).http().send(readers);
      return answer.json().path("readers").valueStream().toList();
    } catch (UncheckedIOException starting) {
      return List.of();
    }
  }

  private static void act(NodePair pair, String node, String service, String path, String body) {
    var posted =
        request(pair, node, service, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    Poll.until(
        PATIENCE,
        TICK,
        () -> {
          try {
            return pair.hotline(node).http().send(posted.build()).isSuccess();
          } catch (UncheckedIOException away) {
            return false;
          }
        });
  }

  private static HttpRequest.Builder request(
      NodePair pair, String node, String service, String path) {
    String admin = node.equals("gr") ? "yannis" : "nikola";
    URI address = pair.node(node).plan().management(service).resolve(path);
    return Http.to(address)
        .header("Authorization", "Bearer " + pair.hotline(node).tokens().of(admin));
  }
}
