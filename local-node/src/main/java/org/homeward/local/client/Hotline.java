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

  /** Registers and confirms a desk; its key is told only once. */
  public DeskLogin newDesk(String name, boolean exercise) {
    Answer registered = registerDesk(name, exercise);
    if (registered.status() != 201) {
      throw new IllegalStateException("registering a desk was answered " + registered);
    }
    Answer confirmed = confirmDesk(registered);
    if (confirmed.status() != 200) {
      throw new IllegalStateException("confirming a desk was answered " + confirmed);
    }
    return new DeskLogin(registered.text("id"), registered.text("key"));
  }

  /** An administrator registers a desk of this country's police. */
  public Answer registerDesk(String name, boolean exercise) {
    return registerDesk(name, "{\"country\": \"%s\"}".formatted(country()), exercise);
  }

  /** The same for a part of the country. */
  public Answer registerRegionalDesk(String name, String region) {
    return registerDesk(
        name, "{\"country\": \"%s\", \"region\": \"%s\"}".formatted(country(), region), false);
  }

  private Answer registerDesk(String name, String jurisdiction, boolean exercise) {
    String desk =
        """
        {"name": "%s", "jurisdiction": %s, "exercise": %s, "validDays": 30}"""
            .formatted(name, jurisdiction, exercise);
    return as(administrator()).post("/api/v1/desks", desk, HotlineClient.newKey(), "");
  }

  /** A supervisor confirms what an administrator has registered. */
  public Answer confirmDesk(Answer registered) {
    String path = "/api/v1/desks/" + registered.text("id") + "/confirm";
    return as(supervisor()).post(path, "", HotlineClient.newKey(), registered.etag());
  }

  /** Everything that has left the node as mail. */
  public MailPage mail() {
    return new MailPage(http, node.mailPage());
  }

  /** The demo nodes are called after their countries. */
  public String country() {
    return node.name().toUpperCase(Locale.ROOT);
  }

  private String supervisor() {
    return node.name().equals("gr") ? "nikos" : "jelena";
  }

  private String administrator() {
    return node.name().equals("gr") ? "yannis" : "nikola";
  }
}
