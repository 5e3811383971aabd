package org.homeward.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailboxTest {
  private static final int MANY = 10_000;

  private final Mailbox mailbox =
      new Mailbox(Clock.fixed(Instant.parse("2026-11-21T22:00:00Z"), ZoneOffset.UTC));
  private MimeMessage message;

  @BeforeEach
  void writeAMail() throws Exception {
    byte[] mail = "Subject: Boy, 9\r\n\r\nbody\r\n".getBytes(StandardCharsets.US_ASCII);
    message =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
  }

  @Test
  void tenThousandMailsAreReadPageByPage() throws Exception {
    for (int i = 0; i < MANY; i++) {
      mailbox.take("from@x", List.of("v" + i + "@example.org"), message, true);
    }
    Set<String> read = new HashSet<>();
    long after = 0;
    int pages = 0;
    while (read.size() < MANY) {
      JsonNode page = page(after, Map.of("limit", "500"));
      read.addAll(page.path("messages").findValuesAsString("to"));
      after = Long.parseLong(page.path("next").asString());
      pages++;
    }

    assertThat(pages).isEqualTo(MANY / 500);
    assertThat(page(0, Map.of("limit", "" + MANY, "brief", "true")).path("messages")).hasSize(MANY);
  }

  @Test
  void theOldestGoWhenThereAreTooMany() throws Exception {
    for (int i = 0; i <= Mailbox.MOST; i++) {
      mailbox.take("from@x", List.of("v@example.org"), message, true);
    }

    List<Letter> kept = mailbox.find(new Mailbox.Wanted("", "", 0));
    assertThat(kept).hasSize(Mailbox.MOST);
    assertThat(kept.getFirst().number()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "v1@example.org, '', 1",
    "V1@example.org, boy, 1",
    "1@example.org, '', 0",
    "v1, '', 2",
    "@example.org, '', 2",
    "'', girl, 0"
  })
  void aWholeAddressMustBeEqualAndAPartMustBeInIt(String to, String subject, int found)
      throws Exception {
    mailbox.take("from@x", List.of("v1@example.org", "v11@example.org"), message, true);

    assertThat(mailbox.find(new Mailbox.Wanted(to, subject, 0))).hasSize(found);
  }

  private JsonNode page(long after, Map<String, String> query) {
    return JsonMapper.shared()
        .readTree(MailJson.page(mailbox, new Mailbox.Wanted("", "", after), query));
  }
}
