package org.homeward.alert.orders.openpages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.alert.orders.preview.Area;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class NoticesFeedTest {

  private final NoticesFeed feed = new NoticesFeed(URI.create("https://hotline.example"), "rs");

  private String of(OpenNotice... notices) {
    return new String(feed.of(List.of(notices)), UTF_8);
  }

  @Test
  @Proves(8)
  void emptyFeedDoesNotTellWhenTheLastNoticeEnded() {
    assertThat(of()).isEqualTo(of()).contains("<updated>1970-01-01T00:00:00Z</updated>");
  }

  @Test
  @Proves(8)
  void entryIsALinkAndItsRegions() {
    var notice =
        new OpenNotice(
            "alert",
            "K7QX-2MRDU",
            "K7QX-2MRD",
            false,
            new Area("RS", List.of("RS-01", "RS-02")),
            Instant.parse("2026-03-01T12:00:00Z"),
            Instant.parse("2026-03-01T15:00:00Z"),
            Map.of("sr", new OpenNotice.Text("title", List.of("Ime: Bojan"))),
            new TreeMap<>());

    assertThat(of(notice))
        .contains(
            "href=\"https://hotline.example/n/K7QX-2MRDU\"",
            "term=\"RS-01\"",
            "term=\"RS-02\"",
            "<updated>2026-03-01T12:00:00Z</updated>")
        .doesNotContain("Bojan", "title<");
  }
}
