package org.homeward.local.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the page of a demo node's mails, newest last. */
public final class MailPage {
  private static final int PAGE = 500;
  private static final int BRIEF_PAGE = 10_000;

  private final Http http;
  private final URI page;

  public MailPage(Http http, URI page) {
    this.http = http;
    this.page = page;
  }

  /** One mail as it arrived. */
  public record Mail(
      String to, String subject, String messageId, Instant at, String text, JsonNode whole) {

    /** Empty when the mail has no header of this name. */
    public String header(String name) {
      for (var header : whole.path("headers").properties()) {
        if (header.getKey().equalsIgnoreCase(name)) {
          return header.getValue().asString("");
        }
      }
      return "";
    }

    public String html() {
      return whole.path("html").asString("");
    }

    /** The text of a mail; it may contain facts about a child. */
    @Override
    public String toString() {
      return "Mail[" + messageId + "]";
    }
  }

  public List<Mail> to(String address) {
    return page("to=" + encoded(address)).mails();
  }

  /** Reads all mails with their texts, from the first one on. */
  public Reader reader() {
    return new Reader();
  }

  /** A reader that continues where it ended. */
  public final class Reader {
    private String place = "";

    /** The mails that arrived since the last call. */
    public List<Mail> next() {
      List<Mail> all = new ArrayList<>();
      while (true) {
        Page next = page("limit=" + PAGE + (place.isEmpty() ? "" : "&after=" + place));
        all.addAll(next.mails());
        place = next.place();
        if (next.mails().isEmpty()) {
          return all;
        }
      }
    }
  }

  /** All mails in large pages, without text and headers. */
  public List<Mail> brief() {
    return page("brief=true&limit=" + BRIEF_PAGE).mails();
  }

  private record Page(List<Mail> mails, String place) {}

  private Page page(String query) {
    Answer answer = http.send(Http.to(page.resolve("/api/messages?" + query)).build());
    if (!answer.isSuccess()) {
      throw new IllegalStateException("the mail page answered " + answer);
    }
    JsonNode shown = answer.json();
    List<Mail> mails = new ArrayList<>();
    shown.path("messages").forEach(mail -> mails.add(mail(mail)));
    return new Page(mails, shown.path("next").asString(""));
  }

  private static Mail mail(JsonNode shown) {
    return new Mail(
        shown.path("to").asString(""),
        shown.path("subject").asString(""),
        shown.path("messageId").asString(""),
        Instant.parse(shown.path("at").asString("1970-01-01T00:00:00Z")),
        shown.path("text").asString(""),
        shown);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
