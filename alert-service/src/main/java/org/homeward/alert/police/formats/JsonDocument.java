package org.homeward.alert.police.formats;

import java.time.Instant;
import org.homeward.alert.police.notices.NoticeChange;
import org.homeward.alert.police.notices.NoticePhoto;
import org.homeward.schema.json.Json;
import org.homeward.schema.json.SaysCodec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The feed and its items as JSON. */
final class JsonDocument {

  private static final JsonMapper JSON = Json.mapper();

  private static final String ORIGINAL = "original";

  private final String node;
  private final String phone;
  private final ItemText text;
  private final FeedAddress address;

  JsonDocument(String node, String phone, ItemText text, FeedAddress address) {
    this.node = node;
    this.phone = phone;
    this.text = text;
    this.address = address;
  }

  byte[] feed(FeedPage page, boolean exercise, FeedWish wish) {
    ObjectNode feed = JSON.createObjectNode();
    feed.put("node", node);
    feed.put("exercise", exercise);
    feed.put("head", page.head().toString());
    feed.put("next", page.next().toString());
    feed.put("more", page.more());
    feed.put("phone", phone);
    ArrayNode items = feed.putArray("items");
    page.items().forEach(placed -> items.add(placed(placed)));
    feed.set("recent", recent(page));
    feed.putObject("links")
        .put("self", address.page(wish))
        .put("next", address.page(new FeedWish.After(page.next(), wish.limit())));
    return bytes(feed);
  }

  ObjectNode placed(FeedPage.Placed placed) {
    return item(placed.item()).put("n", placed.n());
  }

  /** The newest notices, so that a reader can tell whether it missed one. */
  static ArrayNode recent(FeedPage page) {
    ArrayNode recent = JSON.createArrayNode();
    for (FeedPage.Recent last : page.recent()) {
      recent
          .addObject()
          .put("id", "urn:uuid:" + last.id())
          .put("version", last.edition())
          .put("n", last.n());
    }
    return recent;
  }

  /** Where somebody stands who follows the feed, and what was last. */
  ObjectNode standing(FeedPage page, Instant at) {
    ObjectNode standing = JSON.createObjectNode();
    standing.put("head", page.head().toString());
    standing.put("at", at.toString());
    standing.set("recent", recent(page));
    return standing;
  }

  /** In one line: what is a line's end within a text is escaped. */
  static String line(ObjectNode json) {
    return JSON.writeValueAsString(json);
  }

  byte[] entry(FeedItem item) {
    return bytes(item(item));
  }

  static String status(FeedItem item) {
    return switch (item) {
      case FeedItem.Active _ -> "ACTIVE";
      case FeedItem.Ended _ -> "ENDED";
      case FeedItem.Withdrawn _ -> "WITHDRAWN";
      case FeedItem.Erased _ -> "TOMBSTONE";
    };
  }

  private ObjectNode item(FeedItem item) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", "urn:uuid:" + item.id());
    json.put("version", item.edition());
    json.put("status", status(item));
    json.put("exercise", item.exercise());
    json.put("title", text.title(item));
    json.put("reference", item.reference());
    switch (item) {
      case FeedItem.Active active -> active(json, active);
      case FeedItem.Ended ended -> {
        json.put("updated", ended.updated().toString())
            .put("outcome", ended.outcome().value().name());
        if (ended.end() != null) {
          json.putObject("end")
              .put("reason", ended.end().reason().text())
              .put("origin", ended.end().origin().text());
        }
      }
      case FeedItem.Withdrawn taken -> json.put("updated", taken.updated().toString());
      case FeedItem.Erased stone -> json.put("month", stone.month().toString());
    }
    if (!(item instanceof FeedItem.Withdrawn)) {
      json.putObject("links").put("self", address.item(item.id()));
    }
    return json;
  }

  private void active(ObjectNode json, FeedItem.Active item) {
    json.put("updated", item.updated().toString());
    if (item.desk() != null) {
      json.put("desk", item.desk());
    }
    if (item.kind() != null) {
      json.put("kind", item.kind().text());
    }
    ArrayNode changed = json.putArray("changed");
    item.changed().forEach(change -> changed.add(change(change)));
    json.set("children", JSON.valueToTree(item.children()));
    json.set("facts", item.told().json());
    item.seenSince().ifPresent(seen -> json.set("seenSince", seen));
    json.set("withheld", JSON.valueToTree(item.withheld()));
    if (!item.toldByPhone().isEmpty()) {
      ArrayNode calls = json.putArray("toldByPhone");
      item.toldByPhone()
          .forEach(
              call ->
                  calls.addObject().put("at", call.at().toString()).put("reference", call.ref()));
    }
    if (!item.photos().isEmpty()) {
      ArrayNode photos = json.putArray("photos");
      item.photos().forEach(photo -> photos.add(photo(item.id(), photo)));
    }
    if (item.acknowledged() != null) {
      json.putObject("acknowledged")
          .put("says", item.acknowledged().says().name())
          .put("at", item.acknowledged().at().toString());
    }
    json.put("phone", phone);
  }

  private ObjectNode photo(String notice, NoticePhoto photo) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", photo.id());
    json.put("child", photo.child());
    json.put("source", photo.source().text());
    if (photo.takenOn() != null) {
      json.put("takenOn", photo.takenOn().text());
    }
    json.put("saidBy", photo.saidBy().text());
    json.put("label", photo.label().text());
    json.put("original", photo.digests().containsKey(ORIGINAL) ? "KEPT" : "NOT_KEPT");
    ObjectNode links = json.putObject("links");
    photo
        .digests()
        .keySet()
        .forEach(size -> links.put(size, address.photo(notice, photo.id(), size)));
    return json;
  }

  private static ObjectNode change(NoticeChange change) {
    ObjectNode json = JSON.createObjectNode().put("at", change.at().toString());
    json.set("what", JSON.valueToTree(change.what()));
    if (!change.was().isEmpty()) {
      json.set("was", SaysCodec.write(change.was()));
    }
    return json;
  }

  private static byte[] bytes(ObjectNode json) {
    return JSON.writeValueAsBytes(json);
  }
}
