package org.homeward.local.client;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;
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
    return new DeskLogin(entered(registered, this::confirmDesk), registered.text("key"));
  }

  /**
   * Registers and confirms an authority whose people may order alerts to volunteers.
   *
   * @param persons their opaque ids, each in quotes
   * @return the id of the entry
   */
  public String newAuthority(String office, String persons, Instant until) {
    return entered(registerAuthority(office, persons, until), this::confirmAuthority);
  }

  private static String entered(Answer registered, UnaryOperator<Answer> confirm) {
    if (registered.status() != 201) {
      throw new IllegalStateException("an administrator's entry was answered " + registered);
    }
    Answer confirmed = confirm.apply(registered);
    if (confirmed.status() != 200) {
      throw new IllegalStateException("its confirmation was answered " + confirmed);
    }
    return registered.text("id");
  }

  /** An administrator registers an authority of this country. */
  public Answer registerAuthority(String office, String persons, Instant until) {
    String entry =
        """
        {
          "office": "%s", "country": "%s", "callBack": "+381110001116",
          "powers": ["VOLUNTEER_ALERT", "PUBLIC_ALERT"], "persons": [%s], "until": "%s"
        }
        """
            .formatted(office, country(), persons, until);
    return as(administrator()).post("/api/v1/authorities", entry, HotlineClient.newKey(), "");
  }

  /** A supervisor who acts for no authority confirms what an administrator has registered. */
  public Answer confirmAuthority(Answer registered) {
    return confirm(node.name().equals("gr") ? "despina" : "milan", "authorities", registered);
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
    return confirm(supervisor(), "desks", registered);
  }

  /** An administrator registers the system of an organisation, which hears of the whole country. */
  public Answer registerWebhook(String name, URI url, String language) {
    String webhook =
        """
        {
          "name": "%s", "url": "%s", "country": "%s", "regions": [],
          "language": "%s", "audience": "VOLUNTEER", "exercise": false
        }
        """
            .formatted(name, url, country(), language);
    return as(administrator()).post("/api/v1/webhooks", webhook, HotlineClient.newKey(), "");
  }

  /** A supervisor confirms what an administrator has registered. */
  public Answer confirmWebhook(Answer registered) {
    return confirm(supervisor(), "webhooks", registered);
  }

  public Answer revokeWebhook(String id) {
    String path = "/api/v1/webhooks/" + id + "/revoke";
    return as(administrator()).post(path, "", HotlineClient.newKey(), "");
  }

  private Answer confirm(String login, String register, Answer registered) {
    String path = "/api/v1/%s/%s/confirm".formatted(register, registered.text("id"));
    return as(login).post(path, "", HotlineClient.newKey(), registered.etag());
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
