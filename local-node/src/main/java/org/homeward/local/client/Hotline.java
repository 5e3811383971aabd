package org.homeward.local.client;

import java.util.Locale;
import org.homeward.local.node.NodePlan;

/** One node with all demo people who can log in to it. */
public final class Hotline {
  private final NodePlan node;
  private final Http http;
  private final Tokens tokens;

  public Hotline(NodePlan node) {
    this(node, new Http());
  }

  /** Uses this HTTP client, whose exchanges can be observed. */
  public Hotline(NodePlan node, Http http) {
    this.node = node;
    this.http = http;
    tokens = new Tokens(http, node.issuerAddress());
  }

  public NodePlan node() {
    return node;
  }

  public Http http() {
    return http;
  }

  public Tokens tokens() {
    return tokens;
  }

  public HotlineClient as(String login) {
    return new HotlineClient(http, node.door(), tokens, login);
  }

  public PoliceReader desk(DeskLogin login) {
    return new PoliceReader(http, node.door(), login);
  }

  /** Registers a desk; its key is told only once. */
  public DeskLogin newDesk(String name, boolean exercise) {
    Answer registered = registerDesk(name, exercise);
    if (registered.status() != 201) {
      throw new IllegalStateException("registering a desk was answered " + registered);
    }
    return new DeskLogin(registered.text("id"), registered.text("key"));
  }

  /** An administrator registers a desk of this country's police. */
  public Answer registerDesk(String name, boolean exercise) {
    String desk =
        """
        {
          "name": "%s", "jurisdiction": {"country": "%s"},
          "exercise": %s, "validDays": 30
        }
        """
            .formatted(name, country(), exercise);
    return as(administrator()).post("/api/v1/desks", desk, HotlineClient.newKey(), "");
  }

  /** Everything that has left the node as mail. */
  public MailPage mail() {
    return new MailPage(http, node.mailPage());
  }

  /** The demo nodes are called after their countries. */
  public String country() {
    return node.name().toUpperCase(Locale.ROOT);
  }

  private String administrator() {
    return node.name().equals("gr") ? "yannis" : "nikola";
  }
}
