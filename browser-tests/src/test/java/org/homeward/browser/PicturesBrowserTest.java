package org.homeward.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of the main pages on each screen, for people to look at. */
@ExtendWith({Chromium.class, Browsers.class})
@EnabledIfSystemProperty(named = "homeward.pictures", matches = ".+")
class PicturesBrowserTest {

  @ParameterizedTest
  @EnumSource(Screen.class)
  void eachPageIsPictured(Screen screen, Browsers.People people) throws IOException {
    Path to = Files.createDirectories(Path.of(System.getProperty("homeward.pictures")));
    Visit stranger = people.visit(screen).open("/");
    stranger.picture(to.resolve(name("login", screen)));
    Visit ana = people.visit(screen).as("ana", "/desk");
    ana.picture(to.resolve(name("desk", screen)));
    ana.open("/intake").picture(to.resolve(name("intake", screen)));
    ana.press("File this report").picture(to.resolve(name("intake-refused", screen)));
    ana.open("/calls");
    ana.type("number", "+381 60 123 456").type("note", "asks whether a job offer abroad is real");
    ana.select("ended", "JOB_OFFER_CHECK").press("Only log the call");
    ana.picture(to.resolve(name("calls", screen)));
    ana.main().locator(".hw-call a").first().click();
    ana.picture(to.resolve(name("call", screen)));
    ana.open("/desk");
    var cases = ana.page().locator(".hw-case__who a");
    if (cases.count() > 0) {
      cases.first().click();
      ana.picture(to.resolve(name("case", screen)));
      ana.main().getByText("All notes, call-backs and next steps").click();
      ana.type("whom", "the grandmother").type("number", "+381 18 000 000");
      ana.type("mustNotLearn", "that the child has called").press("Promise the call-back");
      ana.picture(to.resolve(name("work", screen)));
      ana.open("/tasks").picture(to.resolve(name("tasks", screen)));
      decisions(ana, to, screen);
      ana.open("/desk").picture(to.resolve(name("desk-tasks", screen)));
    }
    Visit gordana = people.visit(screen).as("gordana", "/handovers/ours");
    gordana.picture(to.resolve(name("handovers-ours", screen)));
    var handovers = gordana.page().locator(".hw-case__who a");
    if (handovers.count() > 0) {
      handovers.first().click();
      gordana.picture(to.resolve(name("handover", screen)));
    }
    gordana.open("/handovers/partners").picture(to.resolve(name("partners", screen)));
    Visit dragan = people.visit(screen).as("dragan", "/police");
    dragan.picture(to.resolve(name("police", screen)));
    var items = dragan.page().locator(".hw-case__who a");
    if (items.count() > 0) {
      items.first().click();
      dragan.picture(to.resolve(name("police-item", screen)));
    }
    dragan.open("/police/reader").picture(to.resolve(name("police-reader", screen)));
    alerts(people, screen, to);
    registers(people, screen, to);
  }

  /** The alerts that other tests have left; the list at least. */
  private static void alerts(Browsers.People people, Screen screen, Path to) {
    Visit jelena = people.visit(screen).as("jelena", "/review");
    jelena.picture(to.resolve(name("review", screen)));
    jelena.open("/stops").picture(to.resolve(name("stops", screen)));
    jelena.open("/alerts?state=OVER").picture(to.resolve(name("alerts-over", screen)));
    first(jelena, "alert-over", screen, to);
    jelena.open("/desk");
    var cases = jelena.page().locator(".hw-case__who a");
    if (cases.count() > 0) {
      cases.first().click();
      jelena.main().getByText("Draft an alert for volunteers").click();
      jelena.picture(to.resolve(name("alert-draft", screen)));
    }
    Visit petar = people.visit(screen).as("petar", "/alerts");
    petar.picture(to.resolve(name("alerts", screen)));
    first(petar, "alert", screen, to);
  }

  private static void registers(Browsers.People people, Screen screen, Path to) {
    Visit nikola = people.visit(screen).as("nikola", "/node");
    nikola.picture(to.resolve(name("node", screen)));
    nikola.open("/registers/desks").picture(to.resolve(name("desks", screen)));
    nikola.open("/registers/desks/new").picture(to.resolve(name("desk-new", screen)));
    nikola.open("/registers/desks").page().locator(".hw-case__who a").first().click();
    nikola.picture(to.resolve(name("desk-entry", screen)));
    nikola.open("/registers/authorities/new").picture(to.resolve(name("authority-new", screen)));
    Visit vera = people.visit(screen).as("vera", "/oversight");
    vera.picture(to.resolve(name("oversight", screen)));
    vera.type("id", "p-1001").choose("Person, desk or partner").press("Show");
    vera.picture(to.resolve(name("looks", screen)));
  }

  private static void first(Visit visit, String page, Screen screen, Path to) {
    var lines = visit.page().locator(".hw-case__who a");
    if (lines.count() > 0) {
      lines.first().click();
      visit.picture(to.resolve(name(page, screen)));
    }
  }

  /** Pages about the newest case, and about the person's own login. */
  private static void decisions(Visit ana, Path to, Screen screen) {
    for (String page : List.of("/phone", "/decide/freeze", "/decide/end", "/intake?case=")) {
      ana.open("/desk");
      ana.page().locator(".hw-case__who a").first().click();
      var link = ana.main().locator("a[href*='" + page + "']");
      if (link.count() > 0) {
        link.first().click();
        String shown = page.replaceFirst("^.*/", "").replaceFirst("[?].*", "-joined");
        ana.picture(to.resolve(name("case-" + shown, screen)));
      }
    }
    ana.open("/me").picture(to.resolve(name("me", screen)));
  }

  private static String name(String page, Screen screen) {
    return page + "-" + screen.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png";
  }
}
