package org.homeward.trials.soak.load;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.trials.soak.load.Call.Team;

/** Everybody who takes part in a run: desks, authority and volunteers, set up once. */
public final class People {
  private final Team rs;
  private final Team gr;
  private final DeskLogin rsDesk;
  private final DeskLogin grDesk;
  private final DeskLogin exerciseDesk;
  private final String authority;
  private final String rsShelter;
  private final String grShelter;
  private final Mailboxes mailboxes;

  /**
   * Registers desks, an authority and volunteers.
   *
   * @param run marks everything that this run creates
   */
  public People(Hotline rs, Hotline gr, String run, int volunteers, PrintStream out, Clock clock) {
    this.rs = Team.of(rs);
    this.gr = Team.of(gr);
    rsDesk = rs.newDesk("soak " + run, false);
    grDesk = gr.newDesk("soak " + run, false);
    exerciseDesk = rs.newDesk("soak exercise " + run, true);
    authority = authority(rs, clock);
    rsShelter = shelter(this.rs, run);
    grShelter = shelter(this.gr, run);
    clausesOnFile(this.gr, this.rs);
    mailboxes = new Mailboxes(rs);
    mailboxes.subscribe(volunteers, run, out);
  }

  public Mailboxes mailboxes() {
    return mailboxes;
  }

  /** The login of this desk for its feed. */
  public DeskLogin desk(String node) {
    return node.equals("gr") ? grDesk : rsDesk;
  }

  public DeskLogin exerciseDesk() {
    return exerciseDesk;
  }

  /** The supervisor of this node from whom cases are kept. */
  public HotlineClient relative(String node) {
    Team team = node.equals("gr") ? gr : rs;
    return team.hotline().as(team.relative());
  }

  /** The provider of this node that shelters children. */
  String shelter(String node) {
    return node.equals("gr") ? grShelter : rsShelter;
  }

  private static String shelter(Team team, String run) {
    String body =
        "{\"name\": \"Shelter %s\", \"services\": [\"ACCOMMODATION\"], \"phone\": \"+381112345678\"}";
    Answer added =
        team.hotline()
            .as(team.supervisor())
            .post("/api/v1/providers", body.formatted(run), HotlineClient.newKey(), "");
    if (!added.isSuccess()) {
      throw new IllegalStateException("registering a provider was answered " + added);
    }
    return added.text("provider");
  }

  Team rs() {
    return rs;
  }

  Team gr() {
    return gr;
  }

  String authority() {
    return authority;
  }

  /** Content crosses the border from the Union only with standard clauses on file. */
  private static void clausesOnFile(Team from, Team to) {
    String path = "/api/v1/partners/" + to.hotline().node().name() + "/grounds";
    String clauses = "{\"ground\": \"STANDARD_CLAUSES\", \"reference\": \"SCC-2026-1\"}";
    Answer recorded = from.hotline().as(from.dpo()).post(path, clauses, HotlineClient.newKey(), "");
    if (recorded.status() != 200) {
      throw new IllegalStateException("recording standard clauses was answered " + recorded);
    }
  }

  private static String authority(Hotline hotline, Clock clock) {
    return hotline.newAuthority(
        "duty officer of the fault rounds",
        "\"p-1003\", \"p-1004\"",
        clock.instant().plus(Duration.ofDays(2)));
  }
}
