package org.homeward.alert.police.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeward.alert.trial.AtomSchema;
import org.homeward.alert.trial.Facts;
import org.homeward.durable.log.Cursor;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Text;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class AtomDocumentTest {

  private static final Cursor HEAD = new Cursor("abcdefgh", 1);

  private final FeedForms forms =
      new FeedForms(
          "7d0c4c8e-5b1e-8f43-9d7e-000000000001",
          "rs",
          "116 000",
          URI.create("http://127.0.0.1:8080"),
          "police-feed@rs.homeward.invalid",
          TrialKey::signs);

  private byte[] feed(FeedItem... items) {
    var placed = List.of(items).stream().map(item -> new FeedPage.Placed(1, item)).toList();
    return forms
        .in(Representation.ATOM)
        .orElseThrow()
        .feed(
            new FeedPage(
                placed,
                List.of(new FeedPage.Recent("11111111-1111-4111-8111-111111111111", 1, 1)),
                HEAD,
                HEAD,
                false,
                new FeedPage.Beside(
                    Optional.of(new FeedWish.Before(HEAD, 50)),
                    Optional.of(new FeedWish.Newest(50)))),
            false,
            new FeedWish.Before(new Cursor("abcdefgh", 9), 50));
  }

  private static FeedItem.Active saying(String text) {
    return ItemTextTest.item(
        Facts.says("11111111-1111-4111-8111-111111111111", Facts.boy(text, 9))
            .with()
            .circumstances(new Text("en", text))
            .build(),
        false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "]]>",
        "<b>&amp;</b>",
        "\u0000\u0001\u0008\u001b[31m\ufffe\uffff",
        "👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 𝔘𝔫𝔦",
        "\u202e\u2066 مرحبا שלום",
        "\r\n\u2028\u0085",
        "<!--",
        "<?xml version='1.1'?>",
        "&#x0;"
      })
  void hostileTextStaysText(String hostile) {
    byte[] atom = feed(saying(hostile));

    AtomSchema.check(atom);
    Document document = AtomSchema.parse(new String(atom, UTF_8));
    String content = document.getElementsByTagName("content").item(0).getTextContent();
    String kept = hostile.replaceAll("[\\p{Cntrl}\ufffe\uffff\u0085]", "").replaceAll("\\R", "");
    assertThat(content.replaceAll("\n    \\| ", "")).contains(kept);
  }

  @Test
  void loneSurrogateIsReplaced() {
    assertThat(XmlText.safe("a\ud800b\udfffc")).isEqualTo("a\ufffdb\ufffdc");
  }

  @Test
  void emptyFeedIsValid() {
    byte[] atom = feed();

    AtomSchema.check(atom);
    assertThat(new String(atom, UTF_8)).contains("<updated>1970-01-01T00:00:00Z</updated>");
  }

  @Test
  void singleItemIsAValidEntryDocument() {
    byte[] atom =
        forms
            .in(Representation.ATOM)
            .orElseThrow()
            .item(ItemTextTest.item(Says.EMPTY, false))
            .orElseThrow();

    AtomSchema.check(atom);
    assertThat(AtomSchema.parse(new String(atom, UTF_8)).getDocumentElement().getTagName())
        .isEqualTo("entry");
  }

  @Test
  void linksLeadToThePagesBesideThisOne() {
    String links = new String(feed(), UTF_8);

    String feed = "http://127.0.0.1:8080/api/v1/feeds/police?";
    assertThat(links)
        .contains("rel=\"self\" href=\"" + feed + "before=abcdefgh.9&amp;limit=50\"")
        .contains("rel=\"next\" href=\"" + feed + "before=abcdefgh.1&amp;limit=50\"")
        .contains("rel=\"previous\" href=\"" + feed + "limit=50\"")
        .contains("rel=\"prev\" href=\"" + feed + "limit=50\"");
  }

  @Test
  @Proves(6)
  void aWithdrawnItemSaysNothingAndLinksNowhere() {
    Instant at = Instant.parse("2026-03-01T12:00:00Z");
    var withdrawn =
        new FeedItem.Withdrawn(
            "11111111-1111-4111-8111-111111111111", "RS-7KQ2", 2, false, at, List.of(at));

    byte[] atom = feed(withdrawn);

    AtomSchema.check(atom);
    assertThat(new String(atom, UTF_8))
        .contains("<title>withdrawn · RS-7KQ2</title>")
        .contains("term=\"WITHDRAWN\"")
        .doesNotContain("/api/v1/notices/");
    assertThat(
            new String(
                forms.in(Representation.CAP).orElseThrow().item(withdrawn).orElseThrow(), UTF_8))
        .contains("<msgType>Cancel</msgType>")
        .contains("11111111-1111-4111-8111-111111111111.1");
  }
}
