package org.homeward.browser;

import java.util.List;
import java.util.function.Consumer;

/**
 * A page on which people work. A new page gets a line here: then it is checked in light and dark,
 * on every width, and pictured.
 *
 * @param login who opens it; empty for somebody who is not signed in
 * @param name of its pictures
 * @param path with names of a {@link Night} in braces
 * @param then what is pressed when it is open
 * @param translated whether it is pictured in Cyrillic and Greek too
 */
record MainPage(String login, String name, String path, Consumer<Visit> then, boolean translated) {

  static final List<MainPage> ALL =
      List.of(
          page("", "login", "/desk").inOtherLetters(),
          page("", "tip", "/tip").inOtherLetters(),
          page("", "notice", "/n/{notice}").inOtherLetters(),
          page("", "notice-none", "/n/2222-22222").inOtherLetters(),
          page("", "notices", "/notices").inOtherLetters(),
          page("ana", "desk", "/desk").inOtherLetters(),
          page("ana", "desk-frozen", "/desk?standing=FROZEN"),
          page("ana", "intake", "/intake").inOtherLetters(),
          page("ana", "intake-exercise", "/intake?exercise=true"),
          page("ana", "intake-refused", "/intake").then(ana -> ana.press("File this report")),
          page("ana", "intake-draft", "/intake/drafts/{draft}"),
          page("ana", "intake-joined", "/intake?case={runaway}"),
          page("ana", "calls", "/calls").inOtherLetters(),
          page("ana", "call", "/calls/{call}"),
          page("ana", "job-offer", "/calls/{call}/offer").inOtherLetters(),
          page("ana", "tips", "/tips").inOtherLetters(),
          page("ana", "tips-of-case", "/tips?case={runaway}"),
          page("ana", "tip-read", "/tips/{tip}"),
          page("ana", "tip-taken", "/tips/new"),
          page("ana", "sighting", "/cases/{runaway}/sighting").inOtherLetters(),
          page("ana", "tasks", "/tasks").inOtherLetters(),
          page("ana", "case", "/cases/{runaway}").inOtherLetters(),
          page("ana", "case-released", "/cases/{abducted}"),
          page("ana", "case-name-in-arabic", "/cases/{migrant}"),
          page("ana", "case-exercise", "/cases/{exercise}"),
          page("ana", "case-located", "/cases/{located}"),
          page("ana", "case-ended", "/cases/{ended}"),
          page("ana", "child", "/cases/{runaway}/children/{runaway.child}").inOtherLetters(),
          page("ana", "child-link", "/cases/{migrant}/children/{migrant.child}/link")
              .then(
                  ana ->
                      ana.type("words", "Jasenka Zvončić")
                          .press(ana.main().locator("form.hw-find button"))),
          page("ana", "risk", "/cases/{runaway}/risk").inOtherLetters(),
          page("ana", "risk-proposed", "/cases/{abducted}/risk")
              .then(
                  ana ->
                      ana.answer("'answer.UNDER_13'", "YES")
                          .answer("'answer.ABROAD'", "UNKNOWN")
                          .answer("'answer.PARENTAL_ABDUCTION'", "YES")
                          .press("Propose by these answers")),
          page("ana", "fact", "/cases/{runaway}/facts/names?child={runaway.child}"),
          page("ana", "find", "/find"),
          page("ana", "found", "/find")
              .then(ana -> ana.type("words", "Lenka Vrabac").press(ana.main().locator("button"))),
          page("ana", "work", "/cases/{runaway}/work"),
          page("ana", "release", "/cases/{runaway}/reports/{runaway.report}/release")
              .inOtherLetters(),
          page("ana", "phone", "/cases/{runaway}/reports/{runaway.report}/phone"),
          page("ana", "decide-located", "/cases/{runaway}/decide/located?child={runaway.child}"),
          page("ana", "decide-freeze", "/cases/{runaway}/decide/freeze"),
          page("ana", "decide-end", "/cases/{runaway}/decide/end?child={runaway.child}"),
          page("ana", "decide-orders", "/cases/{runaway}/decide/orders").inOtherLetters(),
          page("ana", "ending", "/cases/{ended}/ending").inOtherLetters(),
          page("ana", "ending-safety", "/cases/{ended}/ending/safety?child={ended.child}"),
          page("ana", "ending-interview", "/cases/{located}/ending/offer?child={located.child}"),
          page("ana", "ending-aftercare", "/cases/{ended}/ending/aftercare"),
          page("ana", "ending-again", "/cases/{ended}/ending/again?child={ended.child}"),
          page("ana", "ending-close", "/cases/{ended}/ending/close"),
          page("ana", "family", "/cases/{runaway}/family").inOtherLetters(),
          page("ana", "family-add", "/cases/{runaway}/family/add"),
          page("ana", "family-tell", "/cases/{runaway}/family/tell?contact={contact}")
              .inOtherLetters(),
          page("ana", "photos", "/cases/{abducted}/photos"),
          page("ana", "photo", "/cases/{abducted}/photos/{photo}").inOtherLetters(),
          page("ana", "papers", "/cases/{abducted}/attachments").inOtherLetters(),
          page("ana", "paper", "/cases/{abducted}/attachments/{paper}"),
          page("ana", "shift", "/shift"),
          page("ana", "shift-leave", "/shift/leave").inOtherLetters(),
          page("ana", "on-call", "/on-call"),
          page("ana", "stops", "/stops").inOtherLetters(),
          page("ana", "me", "/me"),
          page("ana", "not-found", "/cases/00000000-0000-4000-8000-000000000000"),
          page("mina", "interview", "/cases/{ended}/ending/held?item={interview}").inOtherLetters(),
          page("mina", "tasks-of-confidant", "/tasks"),
          page("mina", "care-files", "/care-files").inOtherLetters(),
          page("mina", "care-file", "/care-files/{care}").inOtherLetters(),
          page("mina", "care-screen", "/care-files/{care}/screen").inOtherLetters(),
          page("mina", "care-support", "/care-files/{care}/support").inOtherLetters(),
          page("mina", "care-referrals", "/care-files/{care}/referrals"),
          page("mina", "referral", "/care-files/{care}/referrals/{referral}").inOtherLetters(),
          page("mina", "referrals", "/referrals"),
          page("jelena", "providers", "/providers").inOtherLetters(),
          page("jelena", "provider", "/providers/{provider}"),
          page("jelena", "care-files-closed", "/care-files"),
          page("jelena", "review", "/review"),
          page("jelena", "scripts", "/scripts").inOtherLetters(),
          page("jelena", "script", "/scripts/CHILD_CALLS.en"),
          page("jelena", "alerts-returned", "/alerts?state=RETURNED"),
          page("jelena", "alert-returned", "/alerts/{returned}"),
          page("jelena", "alert-draft", "/alerts/new?case={abducted}"),
          page("jelena", "alert-live", "/alerts/{live}").inOtherLetters(),
          page("jelena", "alert-public", "/alerts/{open}"),
          page("jelena", "alert-update", "/alerts/{live}/update"),
          page("jelena", "alert-end", "/alerts/{live}/cancel"),
          page("jelena", "alert-organisations", "/alerts/{live}/organisations").inOtherLetters(),
          page("jelena", "alert-measures", "/alerts/{live}/measures").inOtherLetters(),
          page("jelena", "posters", "/alerts/{open}/posters").inOtherLetters(),
          page("jelena", "poster-calls", "/alerts/posters"),
          page("jelena", "imports", "/imports").inOtherLetters(),
          page("jelena", "import", "/imports/{import}"),
          page("jelena", "alerts-over", "/alerts?state=OVER"),
          page("jelena", "alert-over", "/alerts/{over}"),
          page("petar", "alerts", "/alerts").inOtherLetters(),
          page("petar", "alert", "/alerts/{waiting}").inOtherLetters(),
          page("petar", "alert-public-planned", "/alerts/{planned}").inOtherLetters(),
          page("gordana", "handovers-ours", "/handovers/ours").inOtherLetters(),
          page("gordana", "handovers-offered", "/handovers"),
          page("gordana", "handover", "/handovers/{handover}").inOtherLetters(),
          page("gordana", "handovers-opening", "/handovers/opening"),
          page("gordana", "handover-recall", "/handovers/{handover}/recall"),
          page("gordana", "offer", "/handovers/offer?case={migrant}&partner=gr"),
          page("gordana", "partners", "/handovers/partners"),
          page("dragan", "police", "/police").inOtherLetters(),
          page("dragan", "police-item", "/police").then(dragan -> first(dragan)).inOtherLetters(),
          page("dragan", "police-reader", "/police/reader"),
          page("nikola", "node", "/node").inOtherLetters(),
          page("nikola", "desks", "/registers/desks"),
          page("nikola", "desk-new", "/registers/desks/new"),
          page("nikola", "desk-entry", "/registers/desks").then(nikola -> first(nikola)),
          page("nikola", "on-call-card", "/registers/on-call"),
          page("nikola", "authorities", "/registers/authorities"),
          page("nikola", "authority-new", "/registers/authorities/new"),
          page("nikola", "webhooks", "/registers/webhooks"),
          page("nikola", "dead-letters", "/registers/webhooks/dead-letters").inOtherLetters(),
          page("nikola", "webhook-new", "/registers/webhooks/new"),
          page("nikola", "webhook-entry", "/registers/webhooks/{webhook}").inOtherLetters(),
          page("nikola", "phones", "/registers/phones"),
          page("nikola", "phone-new", "/registers/phones/new"),
          page("nikola", "phone-entry", "/registers/phones/{phone}").inOtherLetters(),
          page("nikola", "authority-entry", "/registers/authorities/{authority}"),
          page("vera", "oversight", "/oversight").inOtherLetters(),
          page("vera", "looks", "/oversight/looks?by=case&id={abducted}"),
          page("vera", "erase", "/oversight/cases/{runaway}/erase"),
          page("vera", "clauses", "/handovers/partners/gr/clauses"));

  private static MainPage page(String login, String name, String path) {
    return new MainPage(login, name, path, _ -> {}, false);
  }

  private static void first(Visit visit) {
    visit.press(visit.page().locator(".hw-case__who a").first());
  }

  private MainPage then(Consumer<Visit> does) {
    return new MainPage(login, name, path, does, translated);
  }

  private MainPage inOtherLetters() {
    return new MainPage(login, name, path, then, true);
  }

  /** Everybody who opens a page. */
  static List<String> logins() {
    return ALL.stream().map(MainPage::login).distinct().toList();
  }

  /** The pages of one person. */
  static List<MainPage> of(String login) {
    return ALL.stream().filter(page -> page.login.equals(login)).toList();
  }

  /** Signs the person in, or nobody. */
  static Visit visit(String login, Browsers.People people) {
    return login.isEmpty() ? people.visit() : people.visit().as(login, "/me");
  }

  void open(Visit visit, Night night) {
    visit.open(night.path(path));
    then.accept(visit);
  }
}
