package org.homeward.intake.cases.news;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.intake.cases.Happening;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.snapshots.AlertSnapshot;
import org.homeward.schema.snapshots.AlertStatus;
import org.homeward.schema.snapshots.HandedCase;
import org.homeward.schema.snapshots.HandedSighting;
import org.homeward.schema.snapshots.HandoverBrake;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.HandoverSnapshot;
import org.homeward.schema.snapshots.HandoverStatus;
import org.homeward.schema.snapshots.HandoverTask;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.StopScope;
import org.homeward.schema.snapshots.StopSnapshot;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Text;

/** Lawful streams of events about one case: brakes, ends and risks only rise. */
final class RandomNews {

  static final String CASE = "case1";
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  private RandomNews() {}

  static List<News> ofOwnCase(Random random) {
    List<News> all = new ArrayList<>(handover(HandoverSide.OWNER, "h1", random, false, false));
    all.addAll(handover(HandoverSide.OWNER, "h2", random, random.nextBoolean(), false));
    all.addAll(ofAlertAndStop(random));
    return all;
  }

  static List<News> ofForeignCase(Random random) {
    return handover(HandoverSide.HOLDER, "h1", random, random.nextBoolean(), random.nextBoolean());
  }

  static boolean makesTheCase(News news) {
    return news.snapshot() instanceof HandoverSnapshot told
        && (told.content() != null || told.status() == HandoverStatus.RECALLED);
  }

  static List<News> ofAlertAndStop(Random random) {
    List<News> all = new ArrayList<>();
    for (int n = 1; n <= 1 + random.nextInt(5); n++) {
      AlertStatus status = AlertStatus.values()[random.nextInt(AlertStatus.values().length)];
      all.add(
          news(
              n,
              new AlertSnapshot(
                  "a1", CASE, "rs", false, status, Audience.VOLUNTEER, "x", "y", "z", AT, n)));
      all.add(
          news(n, new StopSnapshot("alert.a1", StopScope.ALERT, CASE, "a1", random.nextBoolean())));
    }
    return all;
  }

  /**
   * @param stopped the last one brakes, maybe once more, or, as a holder's, recalls
   */
  static List<News> handover(
      HandoverSide role, String id, Random random, boolean stopped, boolean onlyWords) {
    List<News> all = new ArrayList<>();
    boolean owner = role == HandoverSide.OWNER;
    List<HandedSighting> seen = new ArrayList<>();
    boolean frozen = false;
    boolean ended = false;
    boolean high = false;
    long brakes = 0;
    boolean referenced = false;
    int length = 2 + random.nextInt(6);
    for (int n = 1; n <= length; n++) {
      boolean last = n == length && stopped;
      frozen |= random.nextInt(8) == 0;
      ended |= random.nextInt(8) == 0;
      high |= random.nextInt(4) == 0;
      if (owner && (last || random.nextInt(3) == 0)) {
        brakes++;
        referenced = random.nextBoolean();
      }
      if (owner) {
        seen.add(
            new HandedSighting(
                id + "s" + n,
                AT.plusSeconds(n),
                Says.builder().circumstances(new Text("el", "seen " + n)).build(),
                null));
      }
      boolean recalled = last && !owner;
      boolean beforeRelease = !owner && n == 1;
      all.add(
          news(
              n,
              new HandoverSnapshot(
                  id,
                  CASE,
                  role,
                  "gr",
                  owner ? "rs" : "gr",
                  false,
                  recalled
                      ? HandoverStatus.RECALLED
                      : beforeRelease ? HandoverStatus.ACCEPTED : HandoverStatus.RELEASED,
                  frozen && !onlyWords,
                  brakes > 0,
                  brakes > 0 && random.nextInt(4) > 0
                      ? new HandoverBrake(brakes, referenced)
                      : null,
                  null,
                  owner || recalled || beforeRelease
                      ? null
                      : content("says " + n + (high ? " high" : ""), ended),
                  List.copyOf(seen),
                  List.of(Code.of(HandoverTask.values()[random.nextInt(6)])),
                  recalled ? Code.of(RecallReason.WITHDRAWN) : null,
                  List.of())));
    }
    if (!owner && all.stream().noneMatch(RandomNews::makesTheCase)) {
      return handover(role, id, random, stopped, onlyWords);
    }
    return all;
  }

  static HandedCase content(String words, boolean ended) {
    var says =
        Says.builder()
            .circumstances(new Text("el", words))
            .children(Map.of("c1", ChildFacts.EMPTY, "c2", ChildFacts.EMPTY));
    if (words.endsWith("high")) {
      says.risk(Risk.of(RiskLevel.HIGH));
    }
    Map<String, ChildStatus> children = new TreeMap<>();
    children.put("c1", ended ? new ChildStatus(ChildState.ENDED, null, null) : ChildStatus.MISSING);
    children.put("c2", ended ? new ChildStatus(ChildState.ENDED, null, null) : ChildStatus.LOCATED);
    return new HandedCase(
        Scope.FULL, children, says.build(), words.length(), ended, Set.of("country:TR"));
  }

  private static News news(long version, Snapshot snapshot) {
    String word = snapshot.kind().word();
    var happening =
        new Happening(version, word + ".updated.v1", AT.plusSeconds(version), "somebody");
    return new News(CASE, word + "/" + snapshot.id(), version, List.of(happening), snapshot, false);
  }
}
