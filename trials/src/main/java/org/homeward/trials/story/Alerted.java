package org.homeward.trials.story;

import java.util.List;
import java.util.function.Predicate;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.MailPage.Mail;
import org.homeward.local.client.Volunteer;
import org.homeward.trials.story.Expect.Known;

/** The alert of this episode: who ordered it, and who was told. */
final class Alerted {
  private final Hotline hotline;

  final Volunteer ivana;
  final Volunteer milica;
  final Volunteer pavle;
  final Known<String> authority = new Known<>("the register's entry");
  final Known<String> alert = new Known<>("the alert");
  final Known<String> hash = new Known<>("the preview's hash");
  final Known<Mail> first = new Known<>("the first mail");

  Alerted(Hotline hotline, String run) {
    this.hotline = hotline;
    ivana = new Volunteer(hotline, "ivana." + run + "@volunteers.example");
    milica = new Volunteer(hotline, "milica." + run + "@volunteers.example");
    pavle = new Volunteer(hotline, "pavle." + run + "@volunteers.example");
  }

  AlertDesk as(String login) {
    return new AlertDesk(hotline.as(login));
  }

  List<Volunteer> volunteers() {
    return List.of(ivana, milica, pavle);
  }

  /** The newest mail to this volunteer that matches. */
  Mail awaitMail(Volunteer volunteer, String what, Predicate<Mail> wanted) {
    return Await.seen(
            what + " in the mailbox",
            () -> volunteer.mails().stream().filter(wanted).toList(),
            found -> !found.isEmpty())
        .getLast();
  }

  /** All mails to a volunteer that belong to the alert: not the one that asks to confirm. */
  static List<Mail> ofAlert(Volunteer volunteer) {
    return volunteer.mails().stream().filter(m -> Volunteer.confirmation(m).isEmpty()).toList();
  }
}
