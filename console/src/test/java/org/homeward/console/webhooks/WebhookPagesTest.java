package org.homeward.console.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.console.registers.RegisterForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WebhookPagesTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";

  private final RenderedPages pages = new RenderedPages();

  private static WebhookPage webhook(String text, String state, boolean supervisor, boolean admin) {
    return new WebhookPage(
        ID,
        text,
        text,
        text,
        "sr",
        true,
        state.equals("PAUSED") ? "LIVE" : state,
        2,
        text,
        List.of(
            new WebhookPage.Key(text, "03:40", ""), new WebhookPage.Key(text, "03:40", "04:00")),
        "03:40",
        "03:45",
        "",
        state.equals("PAUSED") ? "03:48" : "",
        "OPEN",
        state.equals("REVOKED") ? "03:50" : "",
        "\"3\"",
        "key-of-form",
        supervisor,
        admin,
        "",
        "");
  }

  private List<String> all(Language language, String text) {
    var list =
        new WebhooksPage(
            List.of(new WebhooksPage.Line(ID, text, text, "LIVE", true, true)), true, true);
    var form =
        new RegisterForm(
            Map.of("name", text, "url", text, "regions", text, "language", "sr"),
            Map.of("", text, "url", text),
            "key-of-form");
    return List.of(
        pages.of(language, "webhooks/webhooks.jte", list),
        pages.of(language, "webhooks/webhook.jte", webhook(text, "UNPROVEN", true, true)),
        pages.of(language, "webhooks/webhook.jte", webhook(text, "PAUSED", true, true)),
        pages.of(language, "webhooks/webhookForm.jte", form),
        pages.of(language, "webhooks/secret.jte", new SecretPage(ID, text, text, text)));
  }

  @ParameterizedTest
  @EnumSource
  void hostileTextsAreNeverMarkup(Language language) {
    List<List<String>> tags = all(language, "x").stream().map(HostileTexts::tags).toList();
    for (String text : HostileTexts.all()) {
      assertThat(all(language, text).stream().map(HostileTexts::tags).toList()).isEqualTo(tags);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UNCONFIRMED, true,  false, confirm revoke",
    "UNCONFIRMED, false, true,  pause rotate revoke",
    "UNPROVEN,    false, true,  challenge pause rotate revoke",
    "LIVE,        true,  false, revoke",
    "LIVE,        false, true,  pause rotate revoke",
    "PAUSED,      false, true,  resume rotate revoke",
    "PAUSED,      true,  false, revoke",
    "LIVE,        false, false, ''",
    "REVOKED,     true,  true,  ''",
    "GONE,        true,  true,  ''"
  })
  void eachSeesWhatSheMayDo(String state, boolean supervisor, boolean admin, String expected) {
    String html =
        pages.of(
            Language.ENGLISH,
            "webhooks/webhook.jte",
            webhook("Crveni krst", state, supervisor, admin));

    List<String> offered =
        List.of("confirm", "challenge", "pause", "resume", "rotate", "revoke").stream()
            .filter(what -> html.contains("/" + what + "\""))
            .toList();
    assertThat(String.join(" ", offered)).isEqualTo(expected);
  }

  @Test
  void aSecretIsShownOnceAndARepetitionSaysSo() {
    String first =
        pages.of(
            Language.ENGLISH, "webhooks/secret.jte", new SecretPage(ID, "CK", "whsec_x", "whpk_y"));
    String again =
        pages.of(Language.ENGLISH, "webhooks/secret.jte", new SecretPage(ID, "CK", "", "whpk_y"));

    assertThat(first).contains("whsec_x", "whpk_y", "cannot be shown again");
    assertThat(again).contains("was shown once already").doesNotContain("whsec_");
    assertThat(new SecretPage(ID, "CK", "whsec_x", "whpk_y").toString()).doesNotContain("whsec_");
  }

  @Test
  void anEmptyRegisterSaysWhatToDo() {
    assertThat(
            pages.of(
                Language.ENGLISH, "webhooks/webhooks.jte", new WebhooksPage(List.of(), true, true)))
        .contains("Register the first one");
    assertThat(
            pages.of(
                Language.ENGLISH,
                "webhooks/webhooks.jte",
                new WebhooksPage(List.of(), false, false)))
        .contains("Ask the administrator");
  }
}
