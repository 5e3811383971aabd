package org.homeward.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.PartnerDesk;
import org.homeward.local.client.Reports;

/** Whether the time of a 404 tells a case that is kept from a person from an unknown id. */
final class ExclusionFigure implements Figure {

  private static final int NOT_FOUND = 404;
  private static final String JELENA = "p-1003";

  @Override
  public void measure(BenchNodes nodes, Report report, boolean quick) throws Exception {
    nodes.eraseAndMakeRoom();
    Hotline hotline = nodes.up();
    String full = Reports.missingBoy("EX-1", nodes.clock().instant());
    String kept =
        hotline
            .as("milan")
            .open(
                full.replaceFirst("\\{", "{\"notTo\": [\"person:" + JELENA + "\"],"),
                HotlineClient.newKey())
            .text("case");
    String broker = nodes.plan().broker();
    Backlog.awaitNone(
        broker, HomewardPeer.cases(nodes.plan()), 1, HomewardPeer.readers(nodes.plan()));
    int pairs = quick ? 200 : 2_000;
    for (var door : doors(hotline.as("jelena"), nodes).entrySet()) {
      compare(door.getValue(), kept, pairs / 2); // warms up
      List<Runs> times = compare(door.getValue(), kept, pairs);
      report.ratio(door.getKey(), times.get(0).median(), times.get(1).median(), "ms", "0.9–1.1");
    }
    report.remark("bare: an unknown id, in " + pairs + " interleaved pairs");
  }

  private static Map<String, Function<String, Answer>> doors(
      HotlineClient jelena, BenchNodes nodes) {
    Instant until = nodes.clock().instant().plus(Duration.ofDays(1));
    String authority = UUID.randomUUID().toString();
    Map<String, Function<String, Answer>> doors = new LinkedHashMap<>();
    doors.put("a kept case is read", jelena::read);
    doors.put(
        "a report joins it",
        id -> jelena.join(id, Reports.anotherCar("EX-2"), HotlineClient.newKey()));
    doors.put(
        "an alert is drafted",
        id ->
            new AlertDesk(jelena)
                .draft(
                    AlertDesk.volunteerAlert(id, "RS", authority, "Seen?", until),
                    HotlineClient.newKey()));
    doors.put(
        "it is offered abroad",
        id -> new PartnerDesk(jelena).offer(id, "gr", HotlineClient.newKey()));
    return doors;
  }

  /** Milliseconds of the kept case, and of an unknown one; each is asked for first in turn. */
  private static List<Runs> compare(Function<String, Answer> door, String kept, int pairs) {
    var hidden = new Runs();
    var unknown = new Runs();
    for (int i = 0; i < pairs; i++) {
      String nobodys = UUID.randomUUID().toString();
      if (i % 2 == 0) {
        hidden.add(time(door, kept));
        unknown.add(time(door, nobodys));
      } else {
        unknown.add(time(door, nobodys));
        hidden.add(time(door, kept));
      }
    }
    return List.of(hidden, unknown);
  }

  private static double time(Function<String, Answer> door, String id) {
    long begin = System.nanoTime();
    Answer answer = door.apply(id);
    double millis = (System.nanoTime() - begin) / 1e6;
    if (answer.status() != NOT_FOUND) {
      throw new IllegalStateException("somebody who must not see it was answered " + answer);
    }
    return millis;
  }
}
