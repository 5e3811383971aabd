package org.homeward.local.mail;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pages of mails for people. They show the content of a mail escaped. */
final class MailHtml {
  private static final int SHOWN = 200;
  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s<>\"'&]+(?:&amp;[^\\s<>\"'&]+)*");

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
      <style>
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
        table { border-collapse: collapse; width: 100%%; } th, td { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top; }
        tr + tr { border-top: 1px solid #8884; } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
        iframe { width: 100%%; height: 24rem; border: 1px solid #888; } .odd { color: #b00; }
      </style></head><body><h1>%1$s</h1>
      %2$s
      </body></html>
      """;

  private final String node;

  MailHtml(String node) {
    this.node = node;
  }

  String list(Mailbox mailbox, Mailbox.Wanted wanted) {
    List<Letter> letters = mailbox.newest(wanted, SHOWN);
    int all = mailbox.find(wanted).size();
    String rows = letters.stream().map(MailHtml::row).collect(Collectors.joining("\n"));
    String form =
        """
        <form action="/"><label>to <input name="to" value="%s"></label>
        <label>subject <input name="subject" value="%s"></label> <button>Show</button></form>
        <p>%d of %d mails, the newest first. None of them has left this machine.</p>
        <table><tr><th>at</th><th>to</th><th>subject</th><th></th></tr>
        """
            .formatted(escaped(wanted.to()), escaped(wanted.subject()), letters.size(), all);
    return page(form + rows + "</table>");
  }

  String one(Letter letter) {
    Opened opened = Opened.of(letter);
    String headers =
        opened.headers().entrySet().stream()
            .map(it -> "<tr><th>" + escaped(it.getKey()) + "</th><td>" + escaped(it.getValue()))
            .collect(Collectors.joining("</td></tr>\n", "<table>", "</td></tr></table>"));
    String frame =
        "<h2>As a page</h2><iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\""
            + escaped("<base target=\"_blank\">" + opened.html())
            + "\"></iframe>";
    return page(
        "<p><a href=\"/\">all mails</a> · for "
            + escaped(letter.to())
            + " at "
            + letter.at()
            + odd(letter)
            + "</p>"
            + headers
            + "<h2>As text</h2><pre>"
            + linked(escaped(opened.text()))
            + "</pre>"
            + (opened.html().isEmpty() ? "" : frame)
            + "<details><summary>As it came</summary><pre>"
            + escaped(opened.raw())
            + "</pre></details>");
  }

  private static String row(Letter letter) {
    return "<tr><td>%s</td><td>%s</td><td><a href=\"/messages/%d\">%s</a></td><td>%s</td></tr>"
        .formatted(
            letter.at(),
            escaped(letter.to()),
            letter.number(),
            letter.subject().isBlank() ? "(no subject)" : escaped(letter.subject()),
            odd(letter));
  }

  private static String odd(Letter letter) {
    return letter.answered() ? "" : " <span class=\"odd\">its sender got no answer</span>";
  }

  private String page(String body) {
    return PAGE.formatted(escaped("Mail sent by node " + node), body);
  }

  private static String linked(String escaped) {
    return LINK.matcher(escaped)
        .replaceAll(
            link ->
                Matcher.quoteReplacement(
                    "<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"%1$s\">%1$s</a>"
                        .formatted(link.group())));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
