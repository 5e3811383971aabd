package org.homeward.local.mail;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pages of mails for programs. */
final class MailJson {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LIMIT = "limit";
  private static final int USUAL = 100;
  private static final int MOST = 500;

  private MailJson() {}

  /**
   * Mails in the order of their arrival.
   *
   * @param query {@code limit}; {@code brief=true} leaves out their content
   */
  static String page(Mailbox mailbox, Mailbox.Wanted wanted, Map<String, String> query) {
    boolean brief = Boolean.parseBoolean(query.get("brief"));
    int limit = Integer.parseInt(query.getOrDefault(LIMIT, "" + USUAL));
    int most = Math.clamp(limit, 1, brief ? Mailbox.MOST : MOST);
    List<Letter> all = mailbox.find(wanted);
    List<Letter> shown = all.subList(0, Math.min(most, all.size()));
    ObjectNode page = JSON.createObjectNode();
    page.put("count", all.size());
    page.put("next", "" + (shown.isEmpty() ? wanted.after() : shown.getLast().number()));
    ArrayNode messages = page.putArray("messages");
    for (Letter letter : shown) {
      add(messages.addObject(), letter, brief);
    }
    return page.toString();
  }

  private static void add(ObjectNode message, Letter letter, boolean brief) {
    message.put("id", "" + letter.number());
    message.put("at", letter.at().toString());
    message.put("from", letter.from());
    message.put("to", letter.to());
    message.put("subject", letter.subject());
    message.put("messageId", letter.messageId());
    message.put("answered", letter.answered());
    if (!brief) {
      Opened opened = Opened.of(letter);
      ObjectNode headers = message.putObject("headers");
      opened.headers().forEach(headers::put);
      message.put("text", opened.text());
      message.put("html", opened.html());
      message.put("raw", opened.raw());
    }
  }
}
