package org.homeward.trials.soak.look;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.Http;
import org.homeward.local.node.NodePlan;
import org.homeward.local.node.ProcessPlan;
import org.homeward.trials.soak.check.EndState.ItemEnd;
import org.homeward.trials.soak.check.EndState.NodeEnd;
import org.homeward.trials.soak.check.Violation;
import tools.jackson.databind.JsonNode;

/** Everything that can be read of one node. */
final class NodeLook implements AutoCloseable {
  private static final List<String> SERVICES = List.of("intake", "alert", "bridge");
  private static final Duration LATE = Duration.ofSeconds(40);

  private final Hotline hotline;
  private final NodePlan plan;
  private final List<DeskLogin> desks;
  private final StoreLook store;
  private final TopicLook topics;
  private final LogLook logs;
  private int problemsRead;

  NodeLook(Hotline hotline, List<DeskLogin> desks) {
    this.hotline = hotline;
    this.plan = hotline.node();
    this.desks = desks;
    store = new StoreLook(plan);
    topics = new TopicLook(plan);
    logs = new LogLook(plan.logs());
  }

  /** Forgets what was read, because the node's data were replaced. */
  void restored() {
    store.restored();
  }

  boolean isQuiet() {
    return store.pending() == 0 && topics.isAllRead();
  }

  NodeEnd end() {
    store.brokenChains();
    Map<String, List<ItemEnd>> feeds = new HashMap<>();
    for (DeskLogin desk : desks) {
      feeds.put(desk.id(), items(desk));
    }
    return new NodeEnd(
        store.cases(),
        store.copies("alert"),
        store.copies("bridge"),
        store.notices(),
        feeds,
        store.handovers(),
        store.alerts(),
        topics.newest(),
        store.looks(),
        store.uploads(),
        store.tips(),
        store.care());
  }

  /** The violations that do not depend on the requests. */
  List<Violation> troubles(Instant now) {
    List<Violation> troubles = new ArrayList<>();
    topics.troubles().forEach(what -> troubles.add(new Violation(8, what)));
    logs.troubles().forEach(what -> troubles.add(new Violation(8, plan.name() + " " + what)));
    store.brokenChains().forEach(what -> troubles.add(new Violation(10, what)));
    for (ProcessPlan process : plan.processes()) {
      if (SERVICES.contains(process.name().replaceFirst("-[0-9]$", ""))) {
        health(process.name(), troubles);
        metrics(process.name(), troubles);
      }
    }
    problems(troubles);
    long forgotten = store.forgotten();
    if (forgotten > 0) {
      troubles.add(
          new Violation(1, plan.name() + ": " + forgotten + " changes that nobody publishes"));
    }
    long overdue = store.overdue(now.minus(LATE));
    if (overdue > 0) {
      troubles.add(new Violation(11, plan.name() + ": " + overdue + " alarms are overdue"));
    }
    return troubles;
  }

  private List<ItemEnd> items(DeskLogin desk) {
    var reader = hotline.desk(desk);
    return kept(
        reader.pagesAfter(reader.beginning()).stream()
            .map(page -> page.stream().map(NodeLook::item).toList())
            .toList());
  }

  /** The items as a desk keeps them: each page shows a notice once, and a later page is newer. */
  static List<ItemEnd> kept(List<List<ItemEnd>> pages) {
    List<ItemEnd> items = new ArrayList<>();
    for (List<ItemEnd> newer : pages) {
      Set<String> again = newer.stream().map(ItemEnd::id).collect(Collectors.toSet());
      items.removeIf(older -> again.contains(older.id()));
      items.addAll(newer);
    }
    return items;
  }

  private static ItemEnd item(JsonNode item) {
    return new ItemEnd(
        item.path("id").asString("").replace("urn:uuid:", ""),
        item.path("n").asLong(0),
        item.path("exercise").asBoolean(false));
  }

  private void health(String service, List<Violation> troubles) {
    Answer health = ask(plan.management(service).resolve("/actuator/health"));
    if (health.status() != 200) {
      troubles.add(
          new Violation(0, "%s %s says %s".formatted(plan.name(), service, health.text("status"))));
    }
  }

  private void metrics(String service, List<Violation> troubles) {
    Answer metrics = ask(plan.management(service).resolve("/actuator/prometheus"));
    if (new Planted().isIn(metrics.body().getBytes(UTF_8))) {
      troubles.add(new Violation(8, plan.name() + " " + service + ": a metric holds a name"));
    }
    metrics
        .body()
        .lines()
        .filter(line -> line.startsWith("homeward_reader_stale"))
        .filter(line -> !line.endsWith(" 0.0") && !line.endsWith("NaN"))
        .forEach(line -> troubles.add(new Violation(0, plan.name() + " " + service + ": " + line)));
  }

  private void problems(List<Violation> troubles) {
    List<String> all = hotline.http().problems();
    for (String body : all.subList(problemsRead, all.size())) {
      if (new Planted().isIn(body.getBytes(UTF_8))) {
        troubles.add(new Violation(8, plan.name() + ": a problem's body holds a name"));
      }
    }
    problemsRead = all.size();
  }

  private Answer ask(URI page) {
    return hotline.http().send(Http.to(page).build());
  }

  @Override
  public void close() {
    store.close();
    topics.close();
  }
}
