package org.homeward.intake.reopening;

import java.util.List;
import java.util.Optional;
import org.homeward.durable.command.Command;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.episodes.EpisodeOf;

/**
 * The command by which a person's request opens a new episode. It names the episode before and the
 * number of the new one, whatever key the request has: of two people who ask at once, one is first.
 */
final class EpisodeCommand {

  private static final int PARTS = 4;

  private EpisodeCommand() {}

  /** The first new episode of one before is 0. */
  static Command missing(EpisodeOf before, int number, Command request, boolean careful) {
    return new Command(id(before) + number, hash(request, careful));
  }

  /** Each request tells of a danger of its own. */
  static Command atRisk(EpisodeOf before, Command request, boolean careful) {
    return new Command(id(before) + request.id(), hash(request, careful));
  }

  private static String id(EpisodeOf before) {
    return KeptReport.AGAIN + before.caseId() + "/" + before.child() + "/";
  }

  private static String hash(Command request, boolean careful) {
    return (careful ? KeptReport.CAREFUL : "") + request.id() + "/" + request.hash();
  }

  /** Whether this request has made it, with whatever body. */
  static boolean isOf(Command made, Command request) {
    return plain(made).startsWith(request.id() + "/");
  }

  private static String plain(Command made) {
    return made.hash().startsWith(KeptReport.CAREFUL)
        ? made.hash().substring(KeptReport.CAREFUL.length())
        : made.hash();
  }

  /** The episode before, where a person's request has opened this one. */
  static Optional<EpisodeOf> before(Case opened) {
    return opened.reports().stream()
        .findFirst()
        .map(first -> List.of(first.command().id().split("/", -1)))
        .filter(parts -> parts.size() == PARTS && KeptReport.AGAIN.equals(parts.getFirst() + "/"))
        .map(parts -> new EpisodeOf(parts.get(1), parts.get(2)));
  }
}
