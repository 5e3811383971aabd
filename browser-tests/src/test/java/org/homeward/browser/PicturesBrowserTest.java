package org.homeward.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures of every main page on each screen, for people to look at. */
@ExtendWith({Chromium.class, Browsers.class})
@EnabledIfSystemProperty(named = "homeward.pictures", matches = ".+")
class PicturesBrowserTest {
  private static final List<String> OTHER_LETTERS = List.of("sr-Cyrl", "el");

  static Iterable<String> logins() {
    return MainPage.logins();
  }

  @ParameterizedTest
  @MethodSource("logins")
  void everyPageOfAPersonIsPictured(String login, Browsers.People people) throws IOException {
    Path to = Files.createDirectories(Path.of(System.getProperty("homeward.pictures")));
    Night night = people.night();
    Visit visit = MainPage.visit(login, people);
    for (MainPage page : MainPage.of(login)) {
      page.open(visit, night);
      for (Screen screen : Screen.values()) {
        visit.picture(screen.file(to, page.name()), screen);
      }
      if (page.translated()) {
        for (String language : OTHER_LETTERS) {
          visit.in(language);
          String name = page.name() + "-" + language;
          visit.picture(Screen.DESKTOP.file(to, name), Screen.DESKTOP);
          visit.picture(Screen.PHONE.file(to, name), Screen.PHONE);
        }
        visit.in("en");
      }
    }
  }

  @Test
  void aPageOfLettersFromRightToLeftIsPictured(Browsers.People people) throws IOException {
    Path to = Files.createDirectories(Path.of(System.getProperty("homeward.pictures")));
    Night night = people.night();
    Visit ana = new Mirror().before(people.visit().as("ana", "/me"));
    for (String page : List.of("/desk", "/cases/{runaway}", "/intake")) {
      ana.open(night.path(page));
      for (Screen screen : Screen.values()) {
        ana.picture(screen.file(to, "right-to-left-" + page.split("/")[1]), screen);
      }
    }
  }
}
