package org.homeward.local.rounds;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.FeedWatch;
import org.homeward.local.client.Hotline;
import org.homeward.local.node.Node;

/** Rounds of reports, handovers and an alert, during which processes are killed at random. */
public final class KillRounds {
  private final Node rs;
  private final Node gr;
  private final Hotline hotline;
  private final Hotline partner;
  private final PrintStream out;
  private final Clock clock;
  private final List<Call> calls = new ArrayList<>();

  /** On these two nodes; what others file on them is left alone. */
  public KillRounds(Node rs, Node gr, PrintStream out, Clock clock) {
    this.rs = rs;
    this.gr = gr;
    this.hotline = new Hotline(rs.plan());
    this.partner = new Hotline(gr.plan());
    this.out = out;
    this.clock = clock;
  }

  /**
   * How hard it gets.
   *
   * @param reports in each round, two of three released
   * @param handovers in each round, beside the reports
   * @param mailboxes that get one alert in each round
   * @param kills in each round; from twelve on each process is killed
   */
  public record Settings(
      int rounds, int reports, int handovers, int mailboxes, int kills, long seed) {
    public Settings {
      if (rounds < 1 || reports < 1 || handovers < 1 || mailboxes < 1 || kills < 1) {
        throw new IllegalArgumentException(
            "rounds, reports, handovers, mailboxes and kills are at least 1");
      }
    }
  }

  /** Returns whether every round ended as it must. */
  public boolean run(Settings settings) throws InterruptedException {
    out.println("kill-rounds: seed " + settings.seed());
    rs.up(line -> {});
    gr.up(line -> {});
    DeskLogin desk = hotline.newDesk("kill rounds", false);
    String run = Long.toString(clock.millis() % 1_679_616, 36); // four characters at most
    var mailboxes = new Mailboxes(hotline);
    mailboxes.subscribe(settings.mailboxes(), run, out);
    String authority = Wishes.authority(hotline, clock);
    int violated = 0;
    for (int number = 1; number <= settings.rounds(); number++) {
      out.printf("round %d%n", number);
      var random = new Random(settings.seed() + number);
      String marks = "K" + run + "-";
      var wishes =
          new Wishes(
              hotline, partner, desk, authority, marks + number + "-", settings, random, clock);
      List<String> violations = round(wishes, marks, mailboxes, settings, random);
      violations.forEach(violation -> out.println("  VIOLATION " + violation));
      violated += violations.isEmpty() ? 0 : 1;
    }
    out.println(violated == 0 ? "kill-rounds: all kept" : "kill-rounds: " + violated + " violated");
    return violated == 0;
  }

  private List<String> round(
      Wishes wishes, String marks, Mailboxes mailboxes, Settings settings, Random random)
      throws InterruptedException {
    var kills = new Kills(List.of(rs, gr), random, line -> out.println("  " + line));
    calls.addAll(wishes.filed());
    var police = hotline.desk(wishes.desk());
    var drain = new Drain(rs.plan(), hotline, partner, mailboxes);
    try (var watch = new FeedWatch(police)) {
      long begin = System.nanoTime();
      new Play(wishes, kills, random).play(settings.kills());
      rs.up(line -> out.println("  again: " + line));
      gr.up(line -> out.println("  again: " + line));
      drain.await(wishes, watch);
      new Account(wishes, kills, watch, out).tell(System.nanoTime() - begin);
    }
    var findings = new Findings(hotline, police, marks);
    findings.ofLocations(wishes.filed().stream().map(Call::told).toList());
    List<String> violations = new ArrayList<>(findings.of(calls.stream().map(Call::told).toList()));
    violations.addAll(new HandoverFindings(partner).of(wishes.offers()));
    violations.addAll(drain.mailFindings(wishes.broadcast(), out));
    return violations;
  }
}
