package org.homeward.console.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;

class RegisterPagesTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";

  private final RenderedPages pages = new RenderedPages();

  private static DeskPage desk(String text, String standing, boolean supervisor, boolean admin) {
    return new DeskPage(
        ID,
        text,
        "RS-06",
        standing,
        false,
        "03:40",
        "",
        "27 Feb, 03:40",
        standing.equals("REVOKED") ? "03:50" : "",
        "",
        "\"3\"",
        "key-of-form",
        supervisor,
        admin,
        "",
        "");
  }

  private static AuthorityPage authority(String text, String standing) {
    return new AuthorityPage(
        ID,
        text,
        text,
        List.of(text),
        List.of(text, text),
        standing,
        "03:40",
        "28 Nov 2027, 23:59",
        "",
        "\"3\"",
        "key-of-form",
        true,
        true,
        "",
        "");
  }

  private static RegisterForm form(String text) {
    return new RegisterForm(
        Map.of("name", text, "office", text, "persons", text, "region", text, "exercise", "true"),
        Map.of("", text, "name", text, "persons", text),
        "key-of-form");
  }

  private List<String> all(Language language, String text) {
    var desks =
        new DesksPage(
            List.of(new DesksPage.Line(ID, text, text, "UNCONFIRMED", true, text, true)), true);
    var authorities =
        new AuthoritiesPage(List.of(new AuthoritiesPage.Line(ID, text, "VALID", text)), true);
    var revoked =
        new RevokedPage(ID, text, List.of(new RevokedPage.Read(text, "03:40", "03:50", 2)));
    return List.of(
        pages.of(language, "registers/desks.jte", desks),
        pages.of(language, "registers/desk.jte", desk(text, "UNCONFIRMED", true, true)),
        pages.of(language, "registers/deskForm.jte", form(text)),
        pages.of(language, "registers/key.jte", new KeyPage(ID, text, "the-key")),
        pages.of(language, "registers/revoked.jte", revoked),
        pages.of(language, "registers/authorities.jte", authorities),
        pages.of(language, "registers/authority.jte", authority(text, "UNCONFIRMED")),
        pages.of(language, "registers/authorityForm.jte", form(text)));
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void hostileTextsAreNeverMarkup(Language language) {
    List<List<String>> tags = all(language, "x").stream().map(HostileTexts::tags).toList();
    for (String text : HostileTexts.all()) {
      assertThat(all(language, text).stream().map(HostileTexts::tags).toList()).isEqualTo(tags);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UNCONFIRMED, true,  false, true,  false",
    "UNCONFIRMED, false, true,  false, true",
    "VALID,       true,  false, false, false",
    "VALID,       false, true,  false, true",
    "REVOKED,     false, true,  false, false"
  })
  void aSupervisorConfirmsAndAnAdministratorRevokes(
      String standing, boolean supervisor, boolean admin, boolean confirms, boolean revokes) {
    String html =
        pages.of(Language.ENGLISH, "registers/desk.jte", desk("PU", standing, supervisor, admin));

    assertThat(html.contains("/confirm\"")).isEqualTo(confirms);
    assertThat(html.contains("Call it back on a number you know")).isEqualTo(confirms);
    assertThat(html.contains("/revoke\"")).isEqualTo(revokes);
    assertThat(html.contains("read nothing from now on")).isEqualTo(revokes);
    assertThat(html.contains("/renew\"")).isEqualTo(admin);
  }

  @Test
  void aKeyIsShownOnceAndARepetitionSaysSo() {
    String first =
        pages.of(Language.ENGLISH, "registers/key.jte", new KeyPage(ID, "PU", "the-key"));
    String again = pages.of(Language.ENGLISH, "registers/key.jte", new KeyPage(ID, "PU", ""));

    assertThat(first).contains("the-key", ID, "cannot be shown again");
    assertThat(again).contains("was shown once already").doesNotContain("the-key");
    assertThat(new KeyPage(ID, "PU", "the-key").toString()).doesNotContain("the-key");
  }

  @Test
  void whatIsWrongStandsBesideItsFieldAndTheFormStaysAsTyped() {
    var refused =
        new Answer.Refused(
            422,
            "invalid",
            List.of(
                new Answer.Wrong("/jurisdiction/region", "unknown-region"),
                new Answer.Wrong("/persons/0", "own-person")));

    List<RegisterForm> shown = new ArrayList<>();
    var answer =
        HttpFormEnd.of(pages.words(Language.ENGLISH), "key")
            .after(
                refused,
                _ -> HttpFormEnd.leadTo("/"),
                again -> {
                  shown.add(
                      RegisterForm.of(Map.of("region", "XX-1")).again(again.wrong(), again.key()));
                  return ResponseEntity.status(again.status()).build();
                });

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    RegisterForm form = shown.getFirst();
    assertThat(form.wrong("region")).contains("RS-06");
    assertThat(form.wrong("persons")).contains("You cannot be one of its persons");
    assertThat(form.typed("region")).isEqualTo("XX-1");
    assertThat(pages.of(Language.ENGLISH, "registers/deskForm.jte", form))
        .contains("value=\"XX-1\"", "href=\"#region\"", "aria-invalid=\"true\"");
  }

  @Test
  void emptyRegistersSayWhatToDo() {
    assertThat(pages.of(Language.ENGLISH, "registers/desks.jte", new DesksPage(List.of(), true)))
        .contains("Register the first one");
    assertThat(
            pages.of(
                Language.ENGLISH,
                "registers/authorities.jte",
                new AuthoritiesPage(List.of(), false)))
        .contains("Ask the administrator");
    assertThat(
            pages.of(
                Language.ENGLISH, "registers/revoked.jte", new RevokedPage(ID, "PU", List.of())))
        .contains("shown nothing");
  }
}
