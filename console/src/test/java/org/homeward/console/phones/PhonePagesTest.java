package org.homeward.console.phones;

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

class PhonePagesTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";

  private final RenderedPages pages = new RenderedPages();

  private static PhonePage phone(String text, String state, boolean supervisor, boolean admin) {
    return new PhonePage(
        ID,
        text,
        text,
        text,
        "sr",
        true,
        state,
        text,
        "03:40",
        "03:45",
        "03:46",
        "",
        state.equals("REVOKED") ? "03:50" : "",
        "\"3\"",
        "key-of-form",
        supervisor,
        admin,
        "",
        text);
  }

  private List<String> all(Language language, String text) {
    var list = new PhonesPage(List.of(new PhonesPage.Line(ID, text, text, "LIVE", true)), true);
    var form =
        new RegisterForm(
            Map.of("name", text, "number", text, "regions", text, "language", "sr"),
            Map.of("", text, "number", text),
            "key-of-form");
    return List.of(
        pages.of(language, "phones/phones.jte", list),
        pages.of(language, "phones/phone.jte", phone(text, "UNPROVEN", true, true)),
        pages.of(language, "phones/phone.jte", phone(text, "UNCONFIRMED", true, true)),
        pages.of(language, "phones/phoneForm.jte", form));
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
    "UNCONFIRMED, false, true,  revoke",
    "UNPROVEN,    false, true,  prove code revoke",
    "UNPROVEN,    true,  false, prove revoke",
    "UNPROVEN,    false, false, ''",
    "LIVE,        true,  false, revoke",
    "LIVE,        false, true,  revoke",
    "LIVE,        false, false, ''",
    "REVOKED,     true,  true,  ''"
  })
  void eachSeesWhatSheMayDo(String state, boolean supervisor, boolean admin, String expected) {
    String html =
        pages.of(
            Language.ENGLISH, "phones/phone.jte", phone("Crveni krst", state, supervisor, admin));

    List<String> offered =
        List.of("confirm", "prove", "code", "revoke").stream()
            .filter(what -> html.contains("/" + what + "\""))
            .toList();
    assertThat(String.join(" ", offered)).isEqualTo(expected);
  }

  @Test
  void anEmptyRegisterSaysWhatToDo() {
    assertThat(pages.of(Language.ENGLISH, "phones/phones.jte", new PhonesPage(List.of(), true)))
        .contains("Register the first one");
    assertThat(pages.of(Language.ENGLISH, "phones/phones.jte", new PhonesPage(List.of(), false)))
        .contains("Ask the administrator");
  }

  @Test
  void noNumberStandsInTheTextOfAPage() {
    assertThat(phone("+381641234567", "LIVE", true, true).toString()).doesNotContain("381");
  }
}
