package org.homeward.intake.carefiles;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.homeward.intake.carefiles.CareFileCommand.Agree;
import org.homeward.intake.carefiles.CareFileCommand.Ask;
import org.homeward.intake.carefiles.CareFileCommand.BreakGlass;
import org.homeward.intake.carefiles.CareFileCommand.CloseGlass;
import org.homeward.intake.carefiles.CareFileCommand.Erase;
import org.homeward.intake.carefiles.CareFileCommand.EraseAgain;
import org.homeward.intake.carefiles.CareFileCommand.ExpireIfDue;
import org.homeward.intake.carefiles.CareFileCommand.PassOn;
import org.homeward.intake.carefiles.CareFileCommand.Screen;
import org.homeward.intake.carefiles.CareFileCommand.Share;
import org.homeward.intake.carefiles.CareFileCommand.ShareAgain;
import org.homeward.intake.carefiles.CareFileCommand.Write;
import org.homeward.intake.carefiles.CareFileDecision.Changed;
import org.homeward.intake.carefiles.CareFileDecision.Refusal;
import org.homeward.intake.carefiles.CareFileDecision.Refused;
import org.homeward.intake.carefiles.CareFileDecision.Unchanged;
import org.homeward.intake.screening.Age;

/** Decides what a command does to a care file. */
final class CareFileDecisions {

  /** A document has no room for more; nobody is screened so often. */
  static final int MOST = 100;

  private CareFileDecisions() {}

  /** A refusal leaves it as it is. */
  static CareFileDecision decide(KeptCareFile state, CareFileCommand wish, Instant now) {
    return switch (state) {
      case CareFile file -> decide(file, wish, now);
      case GoneCareFile _ ->
          switch (wish) {
            case Write _, Share _, Screen _, Agree _, PassOn _, BreakGlass _, Ask _, Erase _ ->
                new Refused(Refusal.NO_SUCH_FILE);
            case CloseGlass _, ShareAgain _, EraseAgain _, ExpireIfDue _ -> new Unchanged();
          };
    };
  }

  private static CareFileDecision decide(CareFile file, CareFileCommand wish, Instant now) {
    return switch (wish) {
      case Write(About about) ->
          about.equals(file.about()) ? new Unchanged() : new Changed(file.written(about, now));
      case Share(Set<String> members, Set<String> notTo) ->
          shared(file, file.shared(members, notTo, now));
      case Screen screen -> screened(file, screen, now);
      case Agree agree -> agreed(file, agree, now);
      case PassOn told -> passedOn(file, told, now);
      case BreakGlass(Opening.Code code, String words, String by) ->
          file.isMember(by) || file.isOpenTo(by, now)
              ? new Unchanged()
              : new Changed(
                  file.opening(
                      new Opening(by, code, words, now, now.plus(Opening.OPEN_FOR), null), now));
      case Ask(_, String by) when file.isKeptFrom(by) ->
          new Refused(Refusal.NO_SUCH_FILE); // upholds 6
      case Ask(int opening, String by) ->
          opening < file.openings().size() && file.openings().get(opening).seenBy() == null
              ? new Changed(file.openingSeen(opening, by, now))
              : new Unchanged();
      case CloseGlass() ->
          file.glassAt(now).equals(file) ? new Unchanged() : new Changed(file.glassAt(now));
      case Erase erase -> erased(file, erase, now);
      case ShareAgain(var out, var notTo, var then) ->
          shared(file, file.sharedAgain(out, notTo, then)); // upholds 6
      case EraseAgain() -> gone(file);
      case ExpireIfDue(Duration kept) ->
          now.isBefore(file.touchedAt().plus(kept)) ? new Unchanged() : gone(file); // upholds 8
    };
  }

  private static boolean isFull(List<?> list) {
    return list.size() >= MOST;
  }

  private static CareFileDecision shared(CareFile file, CareFile next) {
    boolean isSame = next.members().equals(file.members()) && next.notTo().equals(file.notTo());
    return isSame ? new Unchanged() : new CareFileDecision.Shared(next);
  }

  private static CareFileDecision screened(CareFile file, Screen screen, Instant now) {
    if (screen.decided().answers().about() != file.about().age()) {
      return new Refused(Refusal.AGE_CHANGED);
    }
    if (isFull(file.screenings())) {
      return new Refused(Refusal.FILE_FULL);
    }
    int number = file.screenings().size() + 1;
    return new Changed(file.screened(screen.decided().screening(number, screen.by(), now), now));
  }

  /** Nobody asks a child, so that nothing rests on its word. */
  private static CareFileDecision agreed(CareFile file, Agree agree, Instant now) {
    if (file.about().age() == Age.CHILD) {
      return new Refused(Refusal.CHILD_ASKED); // upholds 6
    }
    return isFull(file.consents())
        ? new Refused(Refusal.FILE_FULL)
        : new Changed(file.consenting(new Consent(agree.to(), agree.how(), agree.by(), now), now));
  }

  private static CareFileDecision passedOn(CareFile file, PassOn told, Instant now) {
    return switch (Leaving.of(
        file.about().age(), file.consented().contains(told.to()), told.ground())) {
      case CONSENT_MISSING -> new Refused(Refusal.CONSENT_MISSING); // upholds 6
      case NO_GROUND -> new Refused(Refusal.NO_GROUND);
      case MAY_LEAVE ->
          isFull(file.passedOn())
              ? new Refused(Refusal.FILE_FULL)
              : new Changed(
                  file.passing(
                      new PassedOn(
                          told.to(),
                          told.name(),
                          told.what(),
                          told.ground(),
                          told.reason(),
                          file.about().age(),
                          told.by(),
                          now),
                      now));
    };
  }

  /** A member and the officer, who are two persons. */
  private static CareFileDecision erased(CareFile file, Erase erase, Instant now) {
    EraseWord first = file.toEraseAt(now).orElse(null);
    if (first == null || first.officer() == erase.officer() || first.by().equals(erase.by())) {
      var word = new EraseWord(erase.by(), erase.officer(), erase.reason(), now);
      boolean isSame =
          first != null && first.by().equals(word.by()) && first.reason() == word.reason();
      return isSame ? new Unchanged() : new Changed(file.toErase(word));
    }
    return new CareFileDecision.Erased(stone(file), first.by(), first.reason());
  }

  private static CareFileDecision gone(CareFile file) {
    return new CareFileDecision.Gone(stone(file));
  }

  private static GoneCareFile stone(CareFile file) {
    return new GoneCareFile(file.exercise(), file.notTo());
  }
}
