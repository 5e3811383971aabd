package org.homeward.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;
import org.homeward.console.api.Answer;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowPartsTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Place HERE = Place.NOWHERE.with(Part.CASES, "abcd1234.1");

  private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
  private final BlockingQueue<Answer> waits = new LinkedBlockingQueue<>();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final SharedWaits shared = new SharedWaits();
  private final List<FollowParts> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(FollowParts::close);
  }

  /** A page at once; whoever waits gets an answer when the test gives one. */
  private Answer answer(String path) {
    asked.add(path);
    if (!path.contains("wait=") || path.endsWith("wait=0")) {
      Answer next = answers.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
      return next == null ? page(path.replaceAll(".*after=|&.*", ""), "") : next;
    }
    try {
      return waits.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Away("gateway");
    }
  }

  private static Answer page(String next, String changes) {
    String json = "{\"changes\":[" + changes + "],\"next\":\"" + next + "\"}";
    return new Answer.Done(200, Json.mapper().readTree(json), "");
  }

  private void then(String path, Answer answer) {
    answers.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>()).add(answer);
  }

  private FollowParts follow(String session) {
    var follow = new FollowParts(session, this::answer, shared, LONG);
    open.add(follow);
    return follow.from(HERE, List.of(Part.CASES));
  }

  private static String at(String cursor) {
    return "/api/v1/changes/intake?after=" + cursor + "&wait=0";
  }

  private static String next(FollowParts follow) throws InterruptedException {
    return follow.next(LONG) instanceof News.Read read
        ? read.next() + " " + read.changes().size() + (read.anew() ? " anew" : "")
        : "away";
  }

  @Test
  void whatWasMissedIsToldAtOnceAndWhatChangesThenWhenItDoes() throws Exception {
    String change = "{\"type\":\"case\",\"id\":\"a\",\"version\":2}";
    then(at("abcd1234.1"), page("abcd1234.2", change));
    then(at("abcd1234.2"), page("abcd1234.3", change));
    var follow = follow("s");

    assertThat(next(follow)).isEqualTo("abcd1234.2 1");
    waits.add(page("abcd1234.3", change));
    assertThat(next(follow)).isEqualTo("abcd1234.3 1");
  }

  @Test
  void aPlaceThatIsGoneBeginsAnewAtTheNewest() throws Exception {
    then(at("abcd1234.1"), new Answer.Refused(410, "cursor-gone", List.of()));
    then("/api/v1/changes/intake", page("efgh5678.9", ""));

    assertThat(next(follow("s"))).isEqualTo("efgh5678.9 0 anew");
  }

  @Test
  void aPartThatIsAwayIsNamedAndAskedAgain() throws Exception {
    then(at("abcd1234.1"), new Answer.Away("cases"));
    var follow = follow("s");

    assertThat(next(follow)).isEqualTo("away");
    assertThat(next(follow)).isEqualTo("abcd1234.1 0");
  }

  @Test
  void aPartThatIsAwayKeepsNoOtherWaiting() throws Exception {
    then("/api/v1/changes/alert", new Answer.Away("alerts"));
    var follow = new FollowParts("s", this::answer, shared, LONG);
    open.add(follow);
    follow.from(HERE, List.of(Part.ALERTS, Part.CASES));

    assertThat(List.of(next(follow), next(follow)))
        .containsExactlyInAnyOrder("away", "abcd1234.1 0");
  }

  @Test
  void aTokenThatIsRefusedEndsIt() throws Exception {
    then(at("abcd1234.1"), new Answer.Refused(401, "unauthenticated", List.of()));

    assertThat(follow("s").next(LONG)).isInstanceOf(News.Over.class);
  }

  @Test
  void thePagesOfOneSessionWaitWithOneRequest() throws Exception {
    var left = follow("s");
    assertThat(next(left)).isEqualTo("abcd1234.1 0");
    Awaitility.await().until(() -> waiting() == 1);
    left.close();
    var next = follow("s");
    assertThat(next(next)).isEqualTo("abcd1234.1 0");
    var another = follow("another");
    assertThat(next(another)).isEqualTo("abcd1234.1 0");

    Awaitility.await().until(() -> waiting() == 2);
    assertThat(shared.waiting()).isEqualTo(2);
  }

  private long waiting() {
    return asked.stream().filter(path -> !path.endsWith("wait=0")).count();
  }
}
