package org.homeward.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.PartnerDesk;
import org.homeward.local.client.Reports;
import org.homeward.local.node.Poll;

/**
 * Whether the time of a 404 tells a case that is kept from a person from an unknown id, and the
 * time of a search a hidden child from one that nobody has reported.
 */
final class ExclusionFigure implements Figure {

  private static final int NOT_FOUND = 404;
  private static final int OK = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration TICK = Duration.ofMillis(20);
  private static final String JELENA = "p-1003";

  /** Vowels and consonants of a first name and a surname. */
  private static final String NAME = "cvcvcv cvcvcvcv";

  private static final String VOWELS = "aeiou";
  private static final String CONSONANTS = "bdfgklmnprstvz";

  /**
   * What is asked for in turn.
   *
   * @param status of each answer
   */
  private record Pair(String hidden, Supplier<String> unknown, int status) {}

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
      var ids = new Pair(kept, () -> UUID.randomUUID().toString(), NOT_FOUND);
      compare(door.getKey(), door.getValue(), ids, pairs, report);
    }
    report.remark("bare: an unknown id, in " + pairs + " interleaved pairs");
    searches(hotline, pairs, report);
  }

  /** The answers are empty in any case: the children of a hidden case are not there. */
  private static void searches(Hotline hotline, int pairs, Report report) {
    var random = new Random(116_000);
    String hidden = name(random);
    HotlineClient milan = hotline.as("milan");
    Answer opened =
        milan.open(
            """
            {"exercise": false, "channel": "PHONE", "notTo": ["person:%s"], "newChildren": [%s]}\
            """
                .formatted(JELENA, child(hidden)),
            HotlineClient.newKey());
    if (!opened.isSuccess() || !Poll.until(PATIENCE, TICK, () -> isFound(find(milan, hidden)))) {
      throw new IllegalStateException("the hidden child is not in the index: " + opened);
    }
    HotlineClient jelena = hotline.as("jelena");
    String draft =
        post(jelena, "/api/v1/drafts", "{\"exercise\": false, \"typed\": {}}").text("draft");
    var names = new Pair(hidden, () -> name(random), OK);
    compare("a hidden child is searched for by name", n -> find(jelena, n), names, pairs, report);
    compare("do we know this hidden child?", n -> known(jelena, draft, n), names, pairs, report);
    report.remark("bare: the name of nobody, as long, in " + pairs + " interleaved pairs");
  }

  private static boolean isFound(Answer found) {
    return found.isSuccess() && !found.json().path("cases").isEmpty();
  }

  /** Letters at random, so that no other name sounds like it. */
  private static String name(Random random) {
    var name = new StringBuilder();
    for (int i = 0; i < NAME.length(); i++) {
      char pattern = NAME.charAt(i);
      String of = pattern == 'v' ? VOWELS : CONSONANTS;
      name.append(pattern == ' ' ? ' ' : of.charAt(random.nextInt(of.length())));
    }
    return name.toString();
  }

  private static String child(String name) {
    return """
    {"names": [{"full": "%s", "script": "Latn", "kind": "NATIVE"}], "sex": "FEMALE",
     "ageYears": {"from": 12, "to": 13}}\
    """
        .formatted(name);
  }

  private static Answer find(HotlineClient person, String words) {
    return post(person, "/api/v1/cases/find", "{\"words\": \"" + words + "\"}");
  }

  private static Answer known(HotlineClient person, String draft, String name) {
    return post(
        person,
        "/api/v1/cases/known",
        "{\"draft\": \"%s\", \"newChildren\": [%s]}".formatted(draft, child(name)));
  }

  private static Answer post(HotlineClient person, String path, String body) {
    return person.post(path, body, HotlineClient.newKey(), "");
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

  private static void compare(
      String what, Function<String, Answer> door, Pair pair, int pairs, Report report) {
    compare(door, pair, pairs / 2); // warms up
    List<Runs> times = compare(door, pair, pairs);
    report.ratio(what, times.get(0).median(), times.get(1).median(), "ms", "0.9–1.1");
  }

  /** Milliseconds of what is hidden, and of what nobody knows; each is asked for first in turn. */
  private static List<Runs> compare(Function<String, Answer> door, Pair pair, int pairs) {
    var hidden = new Runs();
    var unknown = new Runs();
    for (int i = 0; i < pairs; i++) {
      String nobodys = pair.unknown().get();
      if (i % 2 == 0) {
        hidden.add(time(door, pair.hidden(), pair.status()));
        unknown.add(time(door, nobodys, pair.status()));
      } else {
        unknown.add(time(door, nobodys, pair.status()));
        hidden.add(time(door, pair.hidden(), pair.status()));
      }
    }
    return List.of(hidden, unknown);
  }

  private static double time(Function<String, Answer> door, String asked, int status) {
    long begin = System.nanoTime();
    Answer answer = door.apply(asked);
    double millis = (System.nanoTime() - begin) / 1e6;
    boolean isShown =
        !answer.json().path("cases").isEmpty() || !answer.json().path("children").isEmpty();
    if (answer.status() != status || isShown) {
      throw new IllegalStateException("somebody who must not see it was answered " + answer);
    }
    return millis;
  }
}
