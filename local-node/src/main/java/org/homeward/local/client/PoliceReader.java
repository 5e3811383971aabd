package org.homeward.local.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A police desk's feed reader. */
public final class PoliceReader {
  private static final String FEED = "/api/v1/feeds/police";
  private static final int PAGE = 200;

  private final Http http;
  private final URI door;
  private final DeskLogin login;

  public PoliceReader(Http http, URI door, DeskLogin login) {
    this.http = http;
    this.door = door;
    this.login = login;
  }

  /**
   * Reads a page.
   *
   * @param after a cursor, or empty for the newest items
   * @param accept media type
   * @param seen an entity tag for If-None-Match, or empty for none
   */
  public Answer read(String after, String accept, String seen) {
    String query = after.isEmpty() ? "" : "?limit=" + PAGE + "&after=" + after;
    var request =
        Http.to(door.resolve(FEED + query))
            .header("Authorization", login.authorization())
            .header("Accept", accept);
    if (!seen.isEmpty()) {
      request.header("If-None-Match", seen);
    }
    return http.send(request.build());
  }

  /** A link of an item, with the desk's key. */
  public Answer follow(String link) {
    return http.send(
        Http.to(URI.create(link)).header("Authorization", login.authorization()).build());
  }

  public Answer newest() {
    return read("", "application/json", "");
  }

  public Answer after(String place) {
    return read(place, "application/json", "");
  }

  public Answer atom() {
    return read("", "application/atom+xml", "");
  }

  /** The cursor of the newest item. */
  public String head() {
    return newest().text("head");
  }

  /** Everything after a cursor; an item that changed meanwhile is on more than one page. */
  public List<JsonNode> allAfter(String place) {
    return pagesAfter(place).stream().flatMap(List::stream).toList();
  }

  /** The same, page by page; an item on a later page replaces the earlier one. */
  public List<List<JsonNode>> pagesAfter(String place) {
    List<List<JsonNode>> pages = new ArrayList<>();
    String from = place;
    while (true) {
      Answer page = after(from);
      if (!page.isSuccess()) {
        throw new IllegalStateException("the feed answered " + page);
      }
      pages.add(page.json().path("items").valueStream().toList());
      if (!page.json().path("more").asBoolean(false)) {
        return pages;
      }
      from = page.text("next");
    }
  }

  /** The cursor before the first item. */
  public String beginning() {
    String head = head();
    return head.substring(0, head.lastIndexOf('.')) + ".0";
  }

  /** The plate that marks the report behind an item; empty when it has none. */
  public static String plate(JsonNode item) {
    return item.path("facts").path("vehicle").path("plate").asString("");
  }
}
